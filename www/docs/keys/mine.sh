# What is yours in a community, to take along: a personal key.
curl --fail-with-body -s 'https://console.chie.example/v1/communities/acme.example/me/export' \
  -H "Authorization: Bearer $CHIE_KEY"
