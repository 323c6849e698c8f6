# A copy of the whole community each night: a brand's key with the scope "export". The last line counts the lines:
# a file without it broke off.
curl --fail-with-body -s 'https://console.chie.example/v1/communities/acme.example/export' \
  -H "Authorization: Bearer $CHIE_KEY" -o acme.chie.ndjson
