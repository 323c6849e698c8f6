# What waits for your company: a brand's key with the scope "read".
curl --fail-with-body -s 'https://console.chie.example/v1/communities/acme.example/work' \
  -H "Authorization: Bearer $CHIE_KEY"
