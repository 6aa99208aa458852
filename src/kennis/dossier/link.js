// Een link met alles in het adres: klein gemaakt, en leesbaar zonder server.

const stroom = (bytes, vorm) => new Response(new Blob([bytes]).stream().pipeThrough(vorm)).arrayBuffer();

export async function naarLink(gegevens) {
  const bytes = new Uint8Array(await stroom(new TextEncoder().encode(JSON.stringify(gegevens)), new CompressionStream("deflate-raw")));
  let letters = "";
  for (const een of bytes) letters += String.fromCharCode(een);
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export async function uitLink(letters) {
  const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (l) => l.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(await stroom(bytes, new DecompressionStream("deflate-raw"))));
}
