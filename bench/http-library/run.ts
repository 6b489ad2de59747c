import { join } from 'node:path'
import { nextMessage, startModule, stopProcess } from '../child'
import { machineFacts, median, spread } from '../statistics'
import type { Measured, Order } from './load'

const names = ['node:http', 'fastify', 'hono'] as const
const rounds = 9
const seconds = 3

async function run() {
  const load = startModule(join(__dirname, 'load.ts'), [])
  const measure = (order: Order) => {
    load.send(order)
    return nextMessage<Measured>(load)
  }
  const sides = []
  for (const name of names) {
    const child = startModule(join(__dirname, 'server.ts'), [name])
    const side = { name, child, port: await nextMessage<number>(child), throughput: [] as number[], p99: [] as number[] }
    await measure({ port: side.port, seconds: 2 })
    sides.push(side)
  }
  for (let round = 0; round < rounds; round++) {
    for (const side of sides) {
      const { throughput, p99 } = await measure({ port: side.port, seconds })
      side.throughput.push(throughput)
      side.p99.push(p99)
    }
  }
  await Promise.all([load, ...sides.map((side) => side.child)].map(stopProcess))

  const [bare] = sides
  console.log(
    `${machineFacts()}; 64 connections, ${rounds} interleaved rounds of ${seconds} s, load from a second process; median (lowest–highest)\n`,
  )
  console.log('| server | requests/s | of node:http | p99 ms |\n|---|---|---|---|')
  for (const { name, throughput, p99 } of sides) {
    const ratios = throughput.map((value, round) => value / (bare?.throughput[round] ?? Number.NaN))
    console.log(`| ${name} | ${Math.round(median(throughput))} | ${spread(ratios, 2)} | ${spread(p99, 1)} |`)
  }
}

run().catch((error) => {
  console.error(error)
  process.exit(1)
})
