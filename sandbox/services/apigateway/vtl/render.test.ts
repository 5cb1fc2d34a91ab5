import { describe, expect, test } from 'vitest';
import { TemplateError } from './cursor.ts';
import { renderTemplate, type TemplateEnv } from './render.ts';

const text = (template: string, env: TemplateEnv = {}) => renderTemplate(template, env).text;

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: mapping templates write references so

describe('references', () => {
  test.each<[string, string]>([
    ['plain, braced and quiet forms print the same', "#set($a = 'x')$a ${a}y $!a $!{a}z|x xy x xz"],
    [
      'what is not set prints as nothing',
      '[$nothing][$nothing.deeper][${nothing}][$nothing.call()]|[][][][]',
    ],
    ['a dollar that begins no name is text', 'costs $5, $ and ${ and $}|costs $5, $ and ${ and $}'],
    ['a full stop after a reference is text', "#set($a = 'x')$a. End|x. End"],
    ['a bracket that is no index is text', "#set($a = 'x')$a[ and $a[b|x[ and x[b"],
    ['a backslash keeps a set reference from being read', "#set($a = 'x')\\$a \\#if|$a #if"],
    [
      'members are reached by dot, by index and by method',
      "#set($m = {'k': ['a', 'b']})$m.k[1] $m['k'][0] $m.get('k').size()|b a 2",
    ],
    ['an index may be negative or a reference', "#set($l = ['a', 'b'])#set($i = 1)$l[-1] $l[$i]|b b"],
    ['a hyphen is part of a name, as Velocity 1.7 has it', "#set($a-b = 'x')$a-b|x"],
  ])('%s', (_name, sample) => {
    const cut = sample.lastIndexOf('|');
    expect(text(sample.slice(0, cut))).toBe(sample.slice(cut + 1));
  });
});

describe('directives', () => {
  test('#if takes the first branch that holds', () => {
    const template = '#if($n > 2)many#elseif($n == 2)two#{else}few#end';
    expect(text('{#if(true)x#end}')).toBe('{x}');
    expect([1, 2, 3].map((n) => text(`#set($n = ${n})${template}`))).toEqual(['few', 'two', 'many']);
  });

  test('only false is false: empty text and what is not there are true', () => {
    expect(text("#if('')a#end#if($nothing)b#end#if(false)c#end#if(!true)d#end")).toBe('ab');
  });

  test('#foreach knows index, count, hasNext, first, last and the loop around it', () => {
    const template = '#foreach($i in [1..3])$foreach.index:$foreach.count:$i#if($foreach.hasNext),#end#end';
    expect(text(template)).toBe('0:1:1,1:2:2,2:3:3');
    expect(text('#foreach($a in [1,2])#foreach($b in [1])$foreach.parent.count#end#end')).toBe('12');
    expect(text('#foreach($a in [1,2,3])#if($foreach.first)<#end$a#if($foreach.last)>#end#end')).toBe(
      '<123>',
    );
  });

  test('#foreach goes over the values of a map, and over its keys when asked', () => {
    expect(text("#set($m = {'a': 1, 'b': 2})#foreach($v in $m)$v#end#foreach($k in $m.keySet())$k#end")).toBe(
      '12ab',
    );
    expect(text("#set($m = {'a': 1})#foreach($e in $m.entrySet())$e.key=$e.value $e.getKey()#end")).toBe(
      'a=1 a',
    );
  });

  test('a loop ends after a thousand rounds, as in API Gateway', () => {
    expect(text('#foreach($i in [1..1500])x#end')).toHaveLength(1000);
  });

  test('#break leaves one loop, #stop the template', () => {
    expect(text('#foreach($i in [1..5])#if($i == 3)#break#end$i#end done')).toBe('12 done');
    expect(text('a#if(true)#stop#end b')).toBe('a');
  });

  test('the loop variable does not outlive the loop', () => {
    expect(text("#set($i = 'before')#foreach($i in [1])$i#end $i")).toBe('1 before');
  });

  test('#define renders where it is used, with what is set there', () => {
    expect(text("#define($block)<$x>#end#set($x = 'a')$block#set($x = 'b')$block")).toBe('<a><b>');
  });

  test('#macro takes inputs and a body, and may be called above its definition', () => {
    expect(text("#greet('An')#macro(greet $who)Hi $who!#end#greet('Linh')")).toBe('Hi An!Hi Linh!');
    expect(text('#macro(box)[$bodyContent]#end#@box()in#end')).toBe('[in]');
  });

  test('comments and literal blocks', () => {
    expect(text('a## gone\nb#* gone\n too *#c#[[$x #if]]#d')).toBe('abc$x #ifd');
  });

  test('a directive that ends its line leaves no empty line behind', () => {
    expect(text('{\n  #set($a = 1)\n#if(true)\n  x\n#end\n}')).toBe('{\n  x\n}');
  });

  test('what looks like a directive and is none is text', () => {
    expect(text('#fff #1 # #unknown($a)')).toBe('#fff #1 # #unknown()');
  });
});

describe('expressions', () => {
  test.each<[string, string]>([
    ['5 / 2', '2'],
    ['-7 / 2', '-3'],
    ['7 % 3', '1'],
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['5.0 - 2.5', '2.5'],
    ["'a' + 1", 'a1'],
    ['1 / 0', 'null'],
    ['1 < 2 && 2 >= 2', 'true'],
    ['1 gt 2 or not false', 'true'],
    ["'1' == 1", 'true'],
    ['[1, 2] == [1, 2]', 'true'],
    ["'it''s'", "it's"],
    ['"$nothing is ${nothing}empty"', ' is empty'],
    ['[1..3]', '[1, 2, 3]'],
    ['[2..0]', '[2, 1, 0]'],
    ["{'a': [1], 'b': {'c': true}}", '{a=[1], b={c=true}}'],
  ])('%s is %s', (expression, expected) => {
    expect(text(`#set($r = ${expression})#if($r == $missing)null#else$r#end`)).toBe(expected);
  });
});

describe('methods', () => {
  test.each<[string, string]>([
    ["'abc'.length()", ''],
    ["$s.length() $s.substring(1) $s.substring(1, 3) $s.indexOf('l')", '5 ello el 2'],
    [
      "$s.replaceAll('l+', 'L') $s.replaceAll('(h)(e)', '$2$1') $s.replace('l', 'x') $s.replaceFirst('l', '')",
      'heLo ehllo hexxo helo',
    ],
    [
      "$s.contains('ell') $s.startsWith('he') $s.endsWith('x') $s.equals('hello') $s.isEmpty()",
      'true true false true false',
    ],
    [
      "$s.toUpperCase() $s.charAt(0) $s.concat('!') $s.matches('h.*o') $s.matches('ell')",
      'HELLO h hello! true false',
    ],
    ["#foreach($p in $csv.split(','))<$p>#end", '<a><b><><c>'],
    [
      "$l.size() $l.contains('b') $l.indexOf('b') $l.add('c') $l $l.remove(0) $l.isEmpty()",
      '2 true 1 true [a, b, c] a false',
    ],
    [
      "$m.put('n', 1)$m.size() $m.containsKey('n') $m.keySet() $m.values() $m.remove('n') $m",
      '2 true [k, n] [v, 1] 1 {k=v}',
    ],
    ['#set($Integer = 0)#set($n = $Integer.parseInt("41"))#set($n = $n + 1)$n', '42'],
    ['$s.noSuchMethod() $s.getClass().forName("x")', ' '],
    ['$s.substring(9) $l.get(9) $m.get("no")', '  '],
  ])('%s', (template, expected) => {
    const setup = "#set($s = 'hello')#set($csv = 'a,b,,c,,')#set($l = ['a', 'b'])#set($m = {'k': 'v'})";
    if (template.startsWith("'")) expect(() => text(`#set($x = ${template})`)).toThrow(TemplateError);
    else expect(text(setup + template)).toBe(expected);
  });
});

describe('$input, $util, $context and $stageVariables', () => {
  const env: TemplateEnv = {
    body: '{"name":"Ana","tags":["x","y"],"price":1.5,"none":null,"deep":{"list":[{"n":1},{"n":2}]}}',
    params: { path: { id: 'p' }, querystring: { id: 'q', lang: 'ja' }, header: { 'X-Key': 'h' } },
    context: { requestId: 'r-1', identity: { sourceIp: '127.0.0.1' } },
    stageVariables: { table: 'rows' },
  };

  test('$input.json gives JSON and $input.path gives objects', () => {
    expect(text("$input.json('$.deep') $input.json('$.name') $input.json('$.price')", env)).toBe(
      '{"list":[{"n":1},{"n":2}]} "Ana" 1.5',
    );
    expect(
      text("$input.path('$.name') $input.path('$').deep.list[1].n $input.path('$.tags').size()", env),
    ).toBe('Ana 2 2');
    expect(text("$input.json('$.absent') $input.json('$.none') [$input.path('$.absent')]", env)).toBe(
      '"" null []',
    );
  });

  test.each<[string, string]>([
    ["$['name']", '"Ana"'],
    ['$.tags[0]', '"x"'],
    ['$.tags[-1]', '"y"'],
    ['$.tags[0,1]', '["x","y"]'],
    ['$.tags[1:]', '["y"]'],
    ['$.tags.length()', '2'],
    ['$.deep.list[*].n', '[1,2]'],
    ['$..n', '[1,2]'],
    ['$.deep.list[?(@.n > 1)]', '[{"n":2}]'],
    ["$.deep.list[?(@.n == 1 || @.m == 'x')].n", '[1]'],
    ['name', '"Ana"'],
  ])('the path %s selects %s', (path, expected) => {
    expect(text(`$input.json('${path.replaceAll("'", "''")}')`, env)).toBe(expected);
  });

  test('params are looked for in path, query and headers, in this order', () => {
    expect(
      text("$input.params('id') $input.params('lang') $input.params('X-Key') [$input.params('no')]", env),
    ).toBe('p ja h []');
    expect(text("$input.params().querystring.get('id') $input.params().header", env)).toBe('q {X-Key=h}');
  });

  test('$util encodes and decodes', () => {
    expect(text("$util.base64Encode('dịch') $util.base64Decode('ZOG7i2No') $util.urlDecode('a%20b+c')")).toBe(
      'ZOG7i2No dịch a b c',
    );
    expect(text("$util.urlEncode('a b&c=(d)*')")).toBe('a+b%26c%3D%28d%29*');
    expect(text(`#set($s = "it's ""q"" ")$util.escapeJavaScript($s)$util.escapeJavaScript($nothing)`)).toBe(
      `it\\'s \\"q\\" `,
    );
    expect(text(`$util.parseJson('{"a":[1,{"b":"c"}]}').a[1].b`)).toBe('c');
  });

  test('$context and $stageVariables are read by name', () => {
    expect(
      text(
        '$context.requestId $context.identity.sourceIp $stageVariables.table $stageVariables.get("table")',
        env,
      ),
    ).toBe('r-1 127.0.0.1 rows rows');
  });

  test('overrides come out, and go into the next template', () => {
    const first = renderTemplate(
      '#set($context.requestOverride.header.a = "1")#set($context.responseOverride.status = 418)#set($context.responseOverride.header["b"] = [1, 2])',
      env,
    );
    expect(first.overrides).toEqual({
      requestOverride: { header: { a: '1' }, path: {}, querystring: {} },
      responseOverride: { status: 418, header: { b: [1, 2] } },
    });
    expect(
      text('$context.responseOverride.status $context.requestOverride.header.a', {
        overrides: first.overrides,
      }),
    ).toBe('418 1');
  });

  test('what the caller handed in is not changed', () => {
    const context = { authorizer: { claims: 'x' } };
    renderTemplate('#set($context.authorizer.claims = "y")', { context });
    expect(context.authorizer.claims).toBe('x');
  });
});

describe('what a template may not do', () => {
  test.each([
    ['an #if without #end', '#if(true)x'],
    ['an #end too many', 'x#end'],
    ['a string without end', "#set($a = 'x)"],
    ['a comment without end', '#* x'],
    ['a #set without reference', '#set(a = 1)'],
    ['a payload that is no JSON read as JSON', "$input.json('$')"],
    ['a wrong path', "#set($x = $util.parseJson('{}'))$input.path('$.[[')"],
  ])('%s is an error', (_name, template) => {
    expect(() => text(template, { body: 'no json' })).toThrow(TemplateError);
  });

  test.each([
    [
      'loops in loops',
      '#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])#set($x = 1)#end#end#end',
    ],
    ['a text that doubles', '#set($s = \'xxxxxxxxxx\')#foreach($i in [1..1000])#set($s = "$s$s")#end'],
    ['a list that doubles', '#set($l = [1])#foreach($i in [1..1000])#set($x = $l.addAll($l))#end'],
    ['a list of lists of lists', '#set($l = [1])#foreach($i in [1..50])#set($l = [$l, $l])#end$l'],
    ['a list in itself', '#set($l = [])#set($x = $l.add($l))$l'],
    ['a macro that calls itself', '#macro(m)#m()#end#m()'],
    ['a block that shows itself', '#define($d)$d#end$d'],
    ['a huge range', '#set($l = [1..1000000000])'],
    ['a pattern that backtracks for ever', `#set($s = '${'a'.repeat(40)}!')$s.matches('(a+)+b')`],
    ['deep nesting', `#set($a = ${'['.repeat(5000)})`],
  ])('%s ends in an error and soon', (_name, template) => {
    const start = performance.now();
    expect(() => text(template)).toThrow(TemplateError);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: mapping templates write references so
