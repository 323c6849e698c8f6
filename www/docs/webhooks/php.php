<?php
/** $headers by their names in lower case and the body as it came: what happened, or null where nobody here signed it lately. */
function chie_heard(array $headers, string $body): ?array
{
    $key = base64_decode(str_replace('whsec_', '', getenv('CHIE_WEBHOOK_SECRET')));
    $at = $headers['webhook-timestamp'] ?? '';
    if (abs(time() - (int) $at) >= 300) {
        return null;
    }
    $right = 'v1,' . base64_encode(hash_hmac('sha256', "{$headers['webhook-id']}.$at.$body", $key, true));
    foreach (explode(' ', $headers['webhook-signature'] ?? '') as $given) {
        if (hash_equals($right, $given)) {
            return json_decode($body, true); // its id comes again where your answer was lost: do everything once
        }
    }
    return null;
}
