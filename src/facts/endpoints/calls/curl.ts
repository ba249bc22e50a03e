/** Whether a command is curl, wherever it lies. */
export function isCurl(command: string): boolean {
  return /^(?:.*\/)?curl(?:\.exe)?$/i.test(command)
}

/** Options of curl that take the next word, beside the ones that are read. */
export const takesWord = new Set(
  `-A -b -c -C -D -e -E -K -m -o -P -Q -r -t -u -U -w -x -y -Y -z --user-agent --cookie --cookie-jar --continue-at
  --dump-header --referer --cert --key --pass --cacert --capath --cert-type --key-type --config --max-time --connect-timeout
  --output --output-dir --range --user --proxy-user --write-out --proxy --retry --retry-delay --resolve --connect-to
  --oauth2-bearer --unix-socket --aws-sigv4 --interface --limit-rate --ciphers --tls-max --variable --time-cond --noproxy
  --max-redirs --proto --dns-servers --local-port --socks5`.split(/\s+/),
)

/** Options whose value is a body that curl sends. */
export const carriesBody = /^--(?:data(?:-raw|-binary|-ascii|-urlencode)?|json)$|^-d$/

/** Options that pages write last in a line, with their value below: one in quotes, or else another command may begin there. */
export const waitsForValue = /^(?:-[dFHuX]|--(?:data(?:-[a-z]+)?|form|header|json|request|url|user))$/
