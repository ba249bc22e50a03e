import { calls } from '../../endpoints/calls/index.ts'
import { httpMessages } from '../messages/http.ts'
import type { CodeBlock } from './code.ts'

/** What the value of a block holds, read when somebody asks, and once. */
export function readings(value: string): Pick<CodeBlock, 'calls' | 'messages'> {
  let called: ReturnType<typeof calls> | undefined
  let messages: ReturnType<typeof httpMessages> | undefined
  return {
    calls() {
      called ??= calls(value)
      return called
    },
    messages() {
      messages ??= httpMessages(value)
      return messages
    },
  }
}
