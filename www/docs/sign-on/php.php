<?php
/** For each page that is drawn for somebody who is signed in: $id is your own name for them, and stays the same. */
function chie_sign_on(string $id, string $name): string
{
    $part = fn (string $bytes): string => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    // kid and secret, as the console showed them
    $head = $part(json_encode(['alg' => 'HS256', 'typ' => 'JWT', 'kid' => getenv('CHIE_KEY')]));
    $claims = $part(json_encode([
        'iss' => 'acme.example',
        'aud' => 'https://chie.example/acme.example',
        'sub' => $id,
        'name' => $name,
        'exp' => time() + 120,
        'jti' => bin2hex(random_bytes(16)),
    ]));
    return "$head.$claims." . $part(hash_hmac('sha256', "$head.$claims", getenv('CHIE_SECRET'), true));
}
