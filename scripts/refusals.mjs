/** What each method that does an act or answers a request can refuse: read off its code and all the code that it calls. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// The generator of clients needs the TypeScript with an API; ours has none.
const ts = createRequire(new URL('../examples/package.json', import.meta.url))('typescript');

/** The types of refusals by `Class.method`, for those methods that the routes name. */
export function refusalsOf(root, files, wanted) {
  const program = ts.createProgram(files, { target: ts.ScriptTarget.ES2023, ...modules, skipLibCheck: true });
  const code = new Code(program.getTypeChecker(), root);
  for (const file of files) code.implementers(program.getSourceFile(file));
  const migrations = files.filter((each) => each.includes('/migrations/')).map((each) => readFileSync(each, 'utf8'));
  for (const file of files) code.constraints(program.getSourceFile(file), migrations);
  const drawn = {};
  for (const file of files)
    ts.forEachChild(program.getSourceFile(file), (each) => {
      if (ts.isFunctionDeclaration(each) && each.name && /\.acts\.ts$/.test(file)) {
        const types = code.refusals(each);
        if (types.length > 0) drawn[each.name.text] = types;
      }
      if (!ts.isClassDeclaration(each) || !each.name) return;
      for (const member of each.members.filter(ts.isMethodDeclaration)) {
        const name = `${each.name.text}.${member.name.getText()}`;
        const types = wanted(name, ts.getDecorators(member) ?? []) ? code.refusals(member) : [];
        if (types.length > 0) drawn[name] = types;
      }
    });
  return drawn;
}

const modules = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };

/** Every source of the libs: what they refuse, and whom they call. */
class Code {
  #checker;
  #root;
  #known = new Map();
  #constraints = [];
  #implementers = new Map();

  constructor(checker, root) {
    this.#checker = checker;
    this.#root = join(root, 'libs');
  }

  /** Which classes stand behind an interface. */
  implementers(file) {
    ts.forEachChild(file, (each) => {
      if (!ts.isClassDeclaration(each)) return;
      for (const { expression } of each.heritageClauses?.flatMap(({ types }) => types) ?? [])
        for (const declared of this.#declarations(expression))
          this.#implementers.set(declared, [...(this.#implementers.get(declared) ?? []), each]);
    });
  }

  /** What runs where something is called: of an interface's method, those of the classes behind it. */
  #runs(declared) {
    if (!ts.isMethodSignature(declared)) return isWork(declared) ? [declared] : [];
    const name = declared.name.getText();
    return (this.#implementers.get(declared.parent) ?? []).flatMap(({ members }) =>
      members.filter((each) => ts.isMethodDeclaration(each) && each.name.getText() === name),
    );
  }

  /** `refuses({ payment_slip_once: … })`: what the database itself refuses, with the table on which it does. */
  constraints(file, migrations) {
    const look = (node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'refuses')
        for (const { name, initializer } of node.arguments[0].properties ?? [])
          for (const declared of this.#declarations(initializer.name ?? initializer))
            this.#constraints.push([tableWith(name.getText(), migrations), typeOf(declared)]);
      ts.forEachChild(node, look);
    };
    look(file);
  }

  /** What a new row of a table may be refused by. */
  #ofNew(table) {
    return this.#constraints.flatMap(([where, type]) => (where === table && type ? [type] : []));
  }

  /** The refusals that stand in a function and in whatever it calls. */
  refusals(start) {
    const types = new Set();
    const seen = new Set([start]);
    for (const each of seen) {
      const { refused, called } = this.#read(each);
      for (const type of refused) types.add(type);
      for (const other of called) seen.add(other);
    }
    return [...types].toSorted((one, other) => (one < other ? -1 : 1));
  }

  #read(body) {
    const known = this.#known.get(body);
    if (known) return known;
    const found = { refused: new Set(), called: new Set() };
    this.#known.set(body, found);
    const look = (node) => {
      if (ts.isTypeNode(node) || ts.isDecorator(node)) return;
      if (ts.isIdentifier(node))
        for (const declared of this.#declarations(node)) {
          const type = typeOf(declared);
          if (type !== null) found.refused.add(type);
          else if (ts.isClassDeclaration(declared) && isMade(node))
            for (const each of this.#ofNew(tableOf(declared))) found.refused.add(each);
          else if (declared !== body) for (const each of this.#runs(declared)) found.called.add(each);
        }
      if (ts.isTemplateHead(node) || ts.isStringLiteralLike(node))
        for (const [, table] of node.text.matchAll(/INSERT INTO "?(\w+)/g))
          for (const type of this.#ofNew(table)) found.refused.add(type);
      ts.forEachChild(node, look);
    };
    look(body);
    return found;
  }

  #declarations(node) {
    const { parent } = node;
    let symbol = ts.isShorthandPropertyAssignment(parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(parent)
      : this.#checker.getSymbolAtLocation(node);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = this.#checker.getAliasedSymbol(symbol);
    return (symbol?.declarations ?? []).filter((each) => each.getSourceFile().fileName.startsWith(this.#root));
  }
}

/** `name: problem('type', …)` among the problems of a noun; the platform's own of any list and any repeat are no news. */
function typeOf(declared) {
  const { initializer } = declared;
  if (/\/(idempotency|list)\.problems\.ts$/.test(declared.getSourceFile().fileName)) return null;
  const [first] = (initializer && ts.isCallExpression(initializer) && initializer.arguments) || [];
  return first && ts.isStringLiteral(first) && initializer.expression.getText() === 'problem' ? first.text : null;
}

/** The table on which a migration declares a constraint. */
function tableWith(constraint, migrations) {
  const text = migrations.find((each) => new RegExp(`\\b${constraint}\\b`).test(each)) ?? '';
  const index = new RegExp(`INDEX ${constraint}\\s+ON (\\w+)`).exec(text)?.[1];
  const before = text.slice(0, text.search(new RegExp(`\\b${constraint}\\b`)));
  return (
    index ?? [...before.matchAll(/(?:CREATE|ALTER) TABLE "?(\w+)/g)].at(-1)?.[1] ?? constraint.replace(/_pkey$/, '')
  );
}

/** The name of an entity's table. */
const tableOf = (entity) =>
  /@Entity\('(\w+)'/.exec(entity.getText())?.[1] ??
  entity.name.text.replaceAll(/(?<=[a-z])[A-Z]/g, (first) => `_${first}`).toLowerCase();

/** `tx.insert(Payment, …)`, `act.open(workflow, Payment, …)`: a row is made of it. */
const isMade = ({ parent }) =>
  ts.isCallExpression(parent) && /\.(insert|save|upsert|open)$/.test(parent.expression.getText());

/** What runs when it is called, or stands in a table of what runs. */
function isWork(node) {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isGetAccessor(node)) return true;
  const { initializer } = node;
  if (!initializer || !(ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node))) return false;
  if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) return true;
  const small = ts.isObjectLiteralExpression(initializer) && initializer.properties.length < 12;
  return small && ts.isVariableDeclaration(node) && !/\.problems\.ts$|\.words\.ts$/.test(node.getSourceFile().fileName);
}
