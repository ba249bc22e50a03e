import { parentPort, workerData } from 'node:worker_threads'
import { readPages, type Share } from './io/crew.ts'

// The other end of `io/crew.ts`, on a thread of its own.
for await (const batch of readPages(workerData as Share)) parentPort?.postMessage(batch)
