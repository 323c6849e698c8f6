// An official answer out of your own ticket system: a brand's key with the scope "answer".
const API = "https://console.chie.example/v1/communities/acme.example";

export async function answer(thread, { body, name, ticket }) {
  const asked = () => fetch(`${API}/threads/${thread}/official-replies`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${process.env.CHIE_KEY}`,
      "content-type": "application/json",
      "idempotency-key": ticket, // 16 to 64 letters and digits: the same ticket is answered once
    },
    body: JSON.stringify({ body, name }),
  });
  let told = await asked();
  if (told.status === 429) {
    await new Promise((done) => setTimeout(done, 1_000 * Number(told.headers.get("retry-after"))));
    told = await asked();
  }
  const answered = await told.json();
  if (!told.ok) throw new Error(`${answered.error.code}: ${answered.error.message}`);
  return answered;
}
