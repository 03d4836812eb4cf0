import { plainText } from '../cards/plainText';
import type { RecordSheet } from './recordSheet';

/** The record as Markdown, for a wiki or a ticket. What people wrote is escaped and stays plain text. */
export function recordMarkdown({ facts, sections, title }: RecordSheet): string {
  const lines = [
    `# ${plainText(title)}`,
    '',
    ...facts.map((fact) => `- **${plainText(fact.title)}**: ${plainText(fact.value)}`),
    ...sections.flatMap((section) => [
      '',
      `## ${plainText(section.heading)}`,
      '',
      ...section.lines.map((line) => `- ${plainText(line, 400)}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
