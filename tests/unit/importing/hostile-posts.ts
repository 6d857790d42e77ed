/** Makes bodies of Hugo posts from a seed: lists, shortcodes, HTML, tables and footnotes in one another; every word is told from the others. */
export function hostileBody(seed: number): string {
  let state = seed * 7919 + 1;
  let count = 0;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return (state >> 8) % below;
  };
  const word = () => {
    count += 1;
    return `말${String(count).padStart(4, "0")}`;
  };
  return new Pieces(random, word).blocks(0, 1 + random(4));
}

type Making = () => string;

class Pieces {
  readonly #random: (below: number) => number;
  readonly #word: () => string;

  constructor(random: (below: number) => number, word: () => string) {
    this.#random = random;
    this.#word = word;
  }

  blocks(depth: number, count: number): string {
    const between = this.#random(4) === 0 ? "\n" : "\n\n";
    return Array.from({ length: count }, () => this.#block(depth)).join(between);
  }

  #pick(makings: readonly Making[]): string {
    return makings[this.#random(makings.length)]?.() ?? "";
  }

  #line(): string {
    return Array.from({ length: 1 + this.#random(3) }, () => this.#inline()).join(" ");
  }

  #inline(): string {
    const w = this.#word;
    return this.#pick([
      ...[
        w,
        w,
        w,
        () => `**${w()}**는`,
        () => `*${w()}*`,
        () => `\`${w()} <b>\``,
        () => `~~${w()}~~`,
        () => `${w()}~${w()}`,
      ],
      ...[
        () => `[${w()}](/post/p1/)`,
        () => `<b>${w()}</b>`,
        () => `${w()}<br>${w()}`,
        () => `<u>${this.#inline()}</u>`,
      ],
      ...[
        () => `{{< mark >}}${w()}{{< /mark >}}`,
        () => `{{< own "${w()}" />}}`,
        () => `{{< own a="${w()}" >}}${w()}{{< /own >}}`,
      ],
      ...[
        () => `{{% own %}}${w()}{{% /own %}}`,
        () => `{{< param version >}}`,
        () => `{{< figure src="/a.png" caption="${w()}" >}}`,
      ],
      ...[
        () => `<select><option>${w()}</option><option>${w()}</option></select>`,
        () => `<svg><text>${w()}</text></svg>`,
      ],
      ...[
        () => `[^f${String(this.#random(3))}]${w()}`,
        () => `$${w()} {{ .Title }}`,
        () => `&lt;${w()}&gt; \\*${w()}\\*`,
      ],
    ]);
  }

  #block(depth: number): string {
    const w = this.#word;
    const line = () => this.#line();
    const plain = [
      ...[line, line, () => `## ${w()} {#id}`, () => `${w()}\n===`, () => "---", () => `    ${w()} 코드\n    ${w()}`],
      ...[
        () => `\`\`\`js\n${w()} <b>\n\n  ${w()}\n\`\`\``,
        () => `{{< highlight js >}}\n${w()}();\n\n  ${w()}\n{{< /highlight >}}`,
      ],
      ...[
        () => `| ${w()} | ${w()} |\n|---|:-:|\n| {{< mark >}}${w()}{{< /mark >}} | \`${w()}\` |`,
        () => `${w()}\n: ${w()}\n: ${w()}`,
      ],
      ...[
        () => `<div class="x">\n${w()}\n\n${line()}\n\n</div>`,
        () => `<table><tr><td>${w()}</td><td>${w()}</td></tr></table>`,
      ],
      ...[
        () => `<select>\n<option>${w()}</option>\n\n<option>${w()}</option>\n</select>`,
        () => `<svg>\n  <text>${w()}</text>\n</svg>`,
      ],
      ...[
        () => `<textarea>${w()}\n\n${w()}</textarea>`,
        () => `<${w()}>${w()}</x>`,
        () => `- [x] ${line()}\n| ${w()} | ${w()} |\n|--|--|`,
      ],
      ...[
        () => `[^f${String(this.#random(3))}]: ${line()}\n\n    ${line()}`,
        () => `> [!NOTE]\n> ${line()}`,
        () => `<pre>${w()}\n\n${w()}</pre>`,
      ],
    ];
    return this.#pick(depth < 3 ? [...plain, ...this.#holders(depth + 1)] : plain);
  }

  #holders(depth: number): Making[] {
    const w = this.#word;
    const inside = () => this.blocks(depth, 1 + this.#random(2));
    const list = (mark: string) => () =>
      Array.from({ length: 2 }, () => `${mark}${inside().replace(/\n(?=.)/gu, `\n${" ".repeat(mark.length)}`)}`).join(
        "\n",
      );
    return [
      ...[list("- "), list("1. "), list("2) "), () => inside().replace(/^/gmu, "> ")],
      ...[
        () => `{{< alert "warning" >}}\n${inside()}\n{{< /alert >}}`,
        () => `{{% notice tip "${w()}" %}}\n${inside()}\n{{% /notice %}}`,
      ],
      ...[
        () => `{{< tabs >}}\n{{< tab "${w()}" >}}\n${inside()}\n{{< /tab >}}\n{{< /tabs >}}`,
        () => `{{< own c="${w()}" >}}\n${inside()}\n{{< /own >}}`,
      ],
      ...[
        () => `{{< details "${w()}" >}}\n${inside()}\n{{< /details >}}`,
        () => `<details><summary>${w()}</summary>\n\n${inside()}\n\n</details>`,
      ],
    ];
  }
}

/** The shortcodes of a theme that the bodies use, as Hugo renders them. */
export const hostileShortcodes: Readonly<Record<string, string>> = {
  mark: "<mark>{{ .Inner | markdownify }}</mark>",
  own: "<i>{{ range .Params }}{{ . }} {{ end }}</i> {{ with .Inner }}{{ . | markdownify }}{{ end }}",
  alert: "<div>{{ .Inner | markdownify }}</div>",
  notice: "<div><b>{{ .Get 1 }}</b>\n\n{{ .Inner }}\n</div>",
  tabs: "{{ .Inner }}",
  tab: "<b>{{ .Get 0 }}</b>{{ .Inner | markdownify }}",
  details: "<details><summary>{{ .Get 0 }}</summary>{{ .Inner | markdownify }}</details>",
};
