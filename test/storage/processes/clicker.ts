import { createInterface } from 'node:readline';
import { z } from 'zod/v4';
import { addressFrom } from '../aDatabase';
import { clickScene } from './clickScene';

const told = z.object({
  number: z.string(),
  clicks: z.array(z.object({ who: z.string(), decision: z.enum(['approved', 'denied']) })),
});

/** One instance of two: presses at once what each line says, answers with what came of it, and runs the jobs meanwhile. */
async function run(address: string, tenantFile: string, people: number): Promise<void> {
  const scene = await clickScene(addressFrom(address), tenantFile, people);
  process.stdout.write('ready\n');
  for await (const line of createInterface({ input: process.stdin })) {
    const { clicks, number } = told.parse(JSON.parse(line));
    process.stdout.write(`${JSON.stringify(await scene.clicks(number, clicks))}\n`);
  }
  await scene.stop();
}

const [, , , address = '', tenantFile = '', people = ''] = process.argv;
void run(address, tenantFile, Number(people));
