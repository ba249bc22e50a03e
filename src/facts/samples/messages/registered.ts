/** Headers of HTTP that pages show: IANA's list without what is obsolete or nobody writes, and what everybody writes beside it. */
const headers = `
Accept Accept-Charset Accept-Encoding Accept-Language Accept-Ranges
Access-Control-Allow-Credentials Access-Control-Allow-Headers Access-Control-Allow-Methods Access-Control-Allow-Origin
Access-Control-Expose-Headers Access-Control-Max-Age Access-Control-Request-Headers Access-Control-Request-Method
Allow Alt-Svc Authentication-Info Authorization Cache-Control Clear-Site-Data Connection
Content-Digest Content-Disposition Content-Encoding Content-Language Content-Length Content-Location Content-MD5
Content-Range Content-Security-Policy Content-Security-Policy-Report-Only Content-Transfer-Encoding Content-Type Cookie
Cross-Origin-Embedder-Policy Cross-Origin-Opener-Policy Cross-Origin-Resource-Policy Destination Digest Early-Data ETag
Expect Expires Forwarded From Host Idempotency-Key If-Match If-Modified-Since If-None-Match If-Range If-Unmodified-Since
Keep-Alive Last-Event-ID Last-Modified Link Location Max-Forwards Origin Overwrite Permissions-Policy Pragma Prefer
Preference-Applied Proxy-Authenticate Proxy-Authentication-Info Proxy-Authorization Proxy-Status Range Referer
Referrer-Policy Retry-After Sec-WebSocket-Accept Sec-WebSocket-Extensions Sec-WebSocket-Key Sec-WebSocket-Protocol
Sec-WebSocket-Version Server Server-Timing Set-Cookie Signature Signature-Input SOAPAction Strict-Transport-Security Sunset
Timing-Allow-Origin Trailer Transfer-Encoding Upgrade User-Agent Vary Via Want-Digest Warning WWW-Authenticate
X-Content-Type-Options X-Forwarded-For X-Forwarded-Host X-Forwarded-Proto X-Frame-Options X-HTTP-Method-Override
X-Requested-With X-XSS-Protection`

/** Media types that stand close to one that is common, without being a slip of it. */
const rareTypes = `
application/cose application/gzip application/javascript application/jose application/json5 application/jsonl
application/jsonp application/jwk application/jwt application/node application/rtf application/tar application/xhtml+xml
application/yml application/x-gzip application/x-tar application/x-zip
audio/wave image/apng image/heif image/jpg image/jpm image/pjpeg image/tif text/tsv text/js text/htm`
/** Media types that pages show. */
const types = `
application/atom+xml application/hal+json application/javascript application/json application/json-patch+json
application/ld+json application/merge-patch+json application/msgpack application/msword application/octet-stream
application/pdf application/problem+json application/problem+xml application/rss+xml application/soap+xml
application/vnd.api+json application/x-ndjson application/x-www-form-urlencoded application/x-yaml application/xml
application/yaml application/zip audio/mpeg image/bmp image/gif image/heic image/jpeg image/png image/svg+xml image/tiff
image/webp multipart/form-data multipart/mixed multipart/related text/css text/csv text/event-stream text/html
text/javascript text/markdown text/plain text/xml text/yaml video/mpeg`

const words = (list: string) => list.trim().split(/\s+/)
export const registeredHeaders = new Map(words(headers).map((it) => [it.toLowerCase(), it]))
export const commonTypes = words(types)
export const knownTypes = new Set([...commonTypes, ...words(rareTypes)])
