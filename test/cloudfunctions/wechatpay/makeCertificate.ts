import { createPublicKey, createSign, type KeyObject } from 'node:crypto'

const sha256WithRsa = '300d06092a864886f70d01010b0500'

/** The smallest self-signed X.509 certificate over a key, as PEM: WeChat's platform keys come in such wrapping. */
export function makeCertificate(privateKey: KeyObject): string {
  const algorithm = Buffer.from(sha256WithRsa, 'hex')
  const name = der(
    0x30,
    der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('Test')))),
  )
  const validity = der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')))
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  const serial = der(0x02, Buffer.from([1]))
  const content = der(0x30, serial, algorithm, name, validity, name, publicKey)
  const signature = createSign('RSA-SHA256').update(content).sign(privateKey)
  const certificate = der(0x30, content, algorithm, der(0x03, Buffer.from([0]), signature))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** One DER value: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
