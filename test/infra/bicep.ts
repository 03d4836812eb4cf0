import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';

export interface BicepParam {
  readonly name: string;
  readonly required: boolean;
}

export interface BicepResource {
  readonly type: string;
  readonly version: string;
  readonly existing: boolean;
  readonly text: string;
}

export interface BicepModuleCall {
  /** The file that it calls, from the folder of infra. */
  readonly file: string;
  readonly params: readonly string[];
}

/** What a test needs to know of one Bicep file. */
export interface BicepFile {
  readonly name: string;
  readonly text: string;
  /** `line:column what` for each place that is no Bicep. */
  readonly syntaxErrors: readonly string[];
  readonly params: readonly BicepParam[];
  readonly resources: readonly BicepResource[];
  readonly modules: readonly BicepModuleCall[];
  /** The names that module calls are made under, and what is read of their outputs: `database.host`. */
  readonly outputsRead: readonly string[];
  readonly outputs: readonly string[];
}

export type ReadBicep = (name: string, text: string) => BicepFile;

/** Microsoft's compiler comes with no package; this is the grammar that editors use. It knows syntax, not types. */
export async function bicepReader(): Promise<ReadBicep> {
  const grammar = require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(grammar)));
  return (name, text) => {
    const root = parser.parse(text)?.rootNode;
    if (!root) throw new Error(`${name} could not be parsed`);
    return describeFile(name, text, root);
  };
}

/** All Bicep files of the folder, by their path from it. */
export function bicepFiles(folder: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bicep'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

function describeFile(name: string, text: string, root: Node): BicepFile {
  const of = (type: string) => root.descendantsOfType(type).filter((node) => node !== null);
  const firstName = (node: Node) => node.descendantsOfType('identifier')[0]?.text ?? '';
  return {
    name,
    text,
    syntaxErrors: syntaxErrors(root),
    params: of('parameter_declaration').map((node) => ({
      name: firstName(node),
      required: !/^param\s+\S+\s+\S+\s*=/u.test(node.text),
    })),
    resources: of('resource_declaration').map((node) => resourceOf(node.text)),
    modules: of('module_declaration').map((node) => moduleOf(node)),
    outputsRead: [...text.matchAll(/\b(\w+)\.outputs\.(\w+)/gu)].map(
      ([, module = '', output = '']) => `${module}.${output}`,
    ),
    outputs: of('output_declaration').map(firstName),
  };
}

function syntaxErrors(node: Node): readonly string[] {
  const here = node.isError || node.isMissing;
  const { row, column } = node.startPosition;
  return [
    ...(here ? [`${String(row + 1)}:${String(column + 1)} ${node.text.slice(0, 40)}`] : []),
    ...node.children.filter((child) => child !== null).flatMap(syntaxErrors),
  ];
}

function resourceOf(text: string): BicepResource {
  const head = /^resource \w+ '(?<type>[^@']+)@(?<version>[^']+)'(?<existing> existing)? =/u.exec(text);
  const { type = '', version = '', existing } = head?.groups ?? {};
  return { type, version, existing: existing !== undefined, text };
}

/** `params` is the one property of a module's body that has an object as its value. */
function moduleOf(node: Node): BicepModuleCall {
  const file = /^module \w+ '([^']+)'/u.exec(node.text)?.[1] ?? '';
  const body = /\n {2}params: \{\n(?<params>[^]*?)\n {2}\}/u.exec(node.text)?.groups?.['params'] ?? '';
  return { file, params: [...body.matchAll(/^ {4}(\w+):/gmu)].map(([, name = '']) => name) };
}
