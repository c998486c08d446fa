/// What stands before the first document of a page and behind the last.
enum HTMLFrame {
    static let head: StaticString = """
        <!DOCTYPE html>
        <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
        base-uri 'none'; form-action 'none'" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="dragoman" />
        <title>Dragoman report</title>
        <style>
        :root {
          color-scheme: light dark;
          --paper: #faf8f4; --card: #fffefc; --ink: #24272b; --soft: #5c636d; --line: #ddd8ce;
          --person: #1c5990; --organization: #6a3d99; --place: #27653b; --treaty: #9f2a39; --date: #7a5208;
          --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, serif;
          --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #16181b; --card: #1d2024; --ink: #e3e1dc; --soft: #a4abb4; --line: #363b42;
            --person: #8dbfec; --organization: #c8a7ee; --place: #8ecfa2; --treaty: #f29ca6; --date: #dfb968;
          }
        }
        .person { --kind: var(--person); --word: "person"; --sign: "●"; --stroke: solid; }
        .organization { --kind: var(--organization); --word: "organization"; --sign: "■"; --stroke: double; }
        .place { --kind: var(--place); --word: "place"; --sign: "▲"; --stroke: dotted; }
        .treaty { --kind: var(--treaty); --word: "treaty"; --sign: "§"; --stroke: solid; }
        .date { --kind: var(--date); --word: "date"; --sign: "◆"; --stroke: dashed; }

        * { box-sizing: border-box; }
        html { background: var(--paper); color: var(--ink); font: 100%/1.5 var(--sans); text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 76rem; overflow-wrap: anywhere; }
        h1, h2, h3, h4, h5, p, ul, ol, dl, dd, blockquote { margin: 0; padding: 0; font-weight: inherit; }
        ul, ol { list-style: none; }
        a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .2em; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 2px solid var(--person); outline-offset: 2px; border-radius: 2px; }
        :target { outline: 2px solid var(--kind, var(--person)); outline-offset: 3px; border-radius: 3px; }
        [id] { scroll-margin: 5rem 0 3rem; }
        .unseen, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .soft, .count, .ids, .source { color: var(--soft); }
        .count { font-size: .85em; font-variant-numeric: tabular-nums; }
        .code { font: .75em ui-monospace, "DejaVu Sans Mono", monospace; border: 1px solid; border-radius: 3px; padding: 0 .25em; unicode-bidi: isolate; }
        summary { cursor: pointer; }

        .page { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; justify-content: space-between; padding-bottom: 1rem; border-bottom: 1px solid var(--line); }
        .page h1 { font-size: .9rem; letter-spacing: .04em; color: var(--soft); }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; font-size: .85rem; }
        .legend li { border-bottom: 2px var(--stroke) var(--kind); }
        .legend .organization, .legend .treaty { border-bottom-width: 3px; }
        .legend li::before, mark::before, h5::before, .names a::before, .what a::before { content: var(--sign); color: var(--kind); }
        @supports (content: "x" / "y") {
          .legend li::before, mark::before, h5::before, .what a::before { content: var(--sign) / ""; }
          .names a::before { content: var(--sign) / var(--word); }
        }
        .legend li::before, h5::before, .names a::before, .what a::before { margin-inline-end: .4em; font-size: .75em; display: inline-block; }

        article { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem 3.5rem; padding: 2.5rem 0; border-bottom: 1px solid var(--line); }
        article:last-child { border-bottom: 0; }
        article > header { display: grid; gap: .5rem; }
        h2 { font: 600 clamp(1.3rem, 1rem + 2vw, 1.7rem)/1.25 var(--serif); text-wrap: balance; }
        h3 { font: 600 1.25rem/1.3 var(--serif); }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .9rem; }
        .warnings { font-size: .9rem; border-inline-start: 3px solid var(--date); padding-inline-start: .75rem; }

        .text { font: 1.1875rem/1.75 var(--serif); max-width: 42rem; text-wrap: pretty; hanging-punctuation: first; }
        .text p { white-space: pre-wrap; margin-bottom: 1em; unicode-bidi: plaintext; }
        mark { white-space: pre-line; unicode-bidi: plaintext; background: none; background: color-mix(in srgb, var(--kind) 9%, transparent); color: inherit; border-bottom: 2px var(--stroke) var(--kind); border-radius: 2px 2px 0 0; padding: .08em .12em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
        mark.organization, mark.treaty { border-bottom-width: 3px; }
        mark:has(mark) { padding-bottom: .3em; }
        mark::before { font: .5em/1 var(--sans); vertical-align: .75em; margin-inline-end: .25em; text-decoration: none; }
        mark a { text-decoration: none; }
        mark a:hover { text-decoration: underline; }

        aside { display: grid; gap: 1.75rem; align-content: start; font-size: .9375rem; }
        aside > details > summary { padding-bottom: .35rem; border-bottom: 1px solid var(--line); margin-bottom: .6rem; }
        h4 { display: inline; font: 600 1.05rem/1.3 var(--serif); }
        .entity { padding: .35rem 0; display: flex; flex-wrap: wrap; gap: .2rem .6rem; align-items: baseline; }
        .entity > .roles, .entity > dl, .entity > .ids, .entity > .contradiction { flex-basis: 100%; }
        .entity.treaty { background: var(--card); border: 1px solid var(--line); border-inline-start: 3px solid var(--kind); border-radius: 4px; padding: .75rem .9rem; margin-bottom: .75rem; gap: .5rem .6rem; }
        h5 { font-size: 1em; font-weight: 600; }
        .roles, div.said { font-size: .9em; }
        .said a { display: inline-block; min-width: 1.75em; padding: 0 .35em; text-align: center; border: 1px solid var(--line); border-radius: 3px; text-decoration: none; font-variant-numeric: tabular-nums; margin: .1em 0; }
        .said a:hover { border-color: currentcolor; }
        .ids { font: .75rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
        .ids span { margin-inline-end: .75em; }
        .source { font-size: .75em; border: 1px solid var(--line); border-radius: 1em; padding: .05em .55em; white-space: nowrap; }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem .9rem; font-size: .9em; }
        dt { color: var(--soft); }
        .contradiction { font-size: .9em; border-inline-start: 3px solid var(--date); padding-inline-start: .6rem; }

        .timeline { max-width: 48rem; }
        .timeline ol { margin: 1rem 0 0 6px; border-inline-start: 2px solid var(--line); }
        .timeline ol > li { position: relative; display: grid; gap: .1rem 1.25rem; padding: .4rem .5rem .9rem 1.25rem; }
        .timeline ol > li::before { content: ""; position: absolute; inset-inline-start: -6px; top: .85rem; width: 10px; height: 10px; border-radius: 50%; background: var(--paper); border: 2px solid var(--soft); }
        .when { font-weight: 600; font-variant-numeric: tabular-nums; }
        .timeline blockquote { font-family: var(--serif); color: var(--ink); }
        .names { display: flex; flex-wrap: wrap; gap: .1rem 1rem; font-size: .875rem; margin-top: .2rem; }
        .names a { text-decoration-color: transparent; }
        .names a:hover { text-decoration-color: currentcolor; }

        @media (min-width: 40rem) {
          .timeline ol > li { grid-template-columns: 11rem minmax(0, 1fr); }
        }
        @media (min-width: 64rem) {
          article { grid-template: auto auto 1fr / minmax(0, 1fr) minmax(19rem, 24rem); }
          article > header { grid-column: 1 / -1; }
          .reading, .timeline { grid-column: 1; }
          aside { grid-column: 2; grid-row: 2 / span 2; align-self: start; position: sticky; top: 0; max-height: 100vh; overflow-y: auto; overscroll-behavior: contain; padding: .25rem .75rem 1.5rem .5rem; scrollbar-width: thin; }
        }
        @media (forced-colors: active) { mark { border-bottom-color: currentcolor; } }
        @media print {
          :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --person: #1c5990; --organization: #6a3d99; --place: #27653b; --treaty: #9f2a39; --date: #7a5208; }
          html { font-size: 10pt; }
          body { padding: 0; max-width: none; }
          nav, .said { display: none; }
          article { display: block; break-after: page; padding: 1rem 0; }
          article > * { margin-bottom: 1.5rem; }
          .text, .timeline { max-width: none; }
          aside { display: block; position: static; max-height: none; overflow: visible; columns: 2; }
          aside > details { margin-bottom: 1.25rem; }
          .entity, .timeline li { break-inside: avoid; }
          a { text-decoration: none; }
        }
        </style>
        </head>
        <body>
        <a class="skip" href="#documents">Skip to the text</a>
        <header class="page">
        <h1>Dragoman report</h1>
        <ul class="legend" aria-label="Kinds of mention"><li class="person">Person</li><li class="organization">Organization</li>\
        <li class="place">Place</li><li class="date">Date</li><li class="treaty">Treaty</li></ul>
        </header>
        <main id="documents" tabindex="-1">

        """

    static let foot: StaticString = """
        </main>
        </body>
        </html>

        """
}
