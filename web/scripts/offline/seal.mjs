// Sealing: entries to the server's public key, own copies to a key that a PIN opens. The other side is src/offline/box.cpp.
const subtle = globalThis.crypto?.subtle;
const utf8 = (text) => new TextEncoder().encode(text);
const text = (bytes) => new TextDecoder().decode(bytes);

export const canSeal = subtle !== undefined;
/** PBKDF2-SHA-256: a fraction of a second on a tablet. */
const iterations = 600_000;

export function toBase64(bytes) {
  let letters = "";
  for (const byte of new Uint8Array(bytes)) letters += String.fromCharCode(byte);
  return btoa(letters);
}
export const fromBase64 = (letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return whole;
}

const random = (size) => crypto.getRandomValues(new Uint8Array(size));

async function derivedKey(secret, salt, info, use) {
  const from = await subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  return subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info: utf8(info) }, from, { name: "AES-GCM", length: 256 }, false, [use]);
}

/** To the server alone: base64 of 1 | point | nonce | ciphertext and mark. */
export async function sealForServer({ publicKey, municipalityId }, id, content) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const serverPoint = fromBase64(publicKey);
  const server = await subtle.importKey("raw", serverPoint, curve, false, []);
  const own = await subtle.generateKey(curve, false, ["deriveBits"]);
  const point = await subtle.exportKey("raw", own.publicKey);
  const secret = await subtle.deriveBits({ name: "ECDH", public: server }, own.privateKey, 256);
  const key = await derivedKey(secret, joined(point, serverPoint), `digilots offline entry 1 ${municipalityId}`, "encrypt");
  const nonce = random(12);
  const sealed = await subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: utf8(id) }, key, utf8(JSON.stringify(content)));
  return toBase64(joined(Uint8Array.of(1), point, nonce, sealed));
}

/** What the server sealed for whoever knows the secret; null for anything else. */
export async function openFromServer(secret, municipalityId, id, sealed) {
  try {
    const bytes = fromBase64(sealed);
    const key = await derivedKey(utf8(secret), new Uint8Array(), `digilots offline answer 1 ${municipalityId}`, "decrypt");
    const plain = await subtle.decrypt({ name: "AES-GCM", iv: bytes.slice(0, 12), additionalData: utf8(id) }, key, bytes.slice(12));
    return JSON.parse(text(plain));
  } catch {
    return null;
  }
}

async function encrypted(key, content) {
  const nonce = random(12);
  return { nonce, data: await subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, utf8(JSON.stringify(content))) };
}

async function decrypted(key, { nonce, data }) {
  try {
    return JSON.parse(text(await subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, data)));
  } catch {
    return null;
  }
}

async function keyOfPin(pin, { salt, rounds }) {
  const from = await subtle.importKey("raw", utf8(pin), "PBKDF2", false, ["deriveKey"]);
  return subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, from, { name: "AES-GCM", length: 256 },
    false, ["encrypt", "decrypt"]);
}

/** What a PIN opens: the secret that proves who logs, and a key for own copies. */
export async function newVault(pin, secret) {
  const vault = { salt: random(16), rounds: iterations };
  const own = toBase64(random(32));
  return { ...vault, ...await encrypted(await keyOfPin(pin, vault), { secret, own }) };
}

/** {secret, ownKey}; null where it is not the PIN. */
export async function openVault(vault, pin) {
  const inside = await decrypted(await keyOfPin(pin, vault), vault);
  if (!inside) return null;
  const ownKey = await subtle.importKey("raw", fromBase64(inside.own), "AES-GCM", false, ["encrypt", "decrypt"]);
  return { secret: inside.secret, ownKey };
}

export const sealForSelf = encrypted;
/** null where it is another key's. */
export const openForSelf = decrypted;
