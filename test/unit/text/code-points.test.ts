import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodePointIndex, asCodePoints } from '../../../src/core/text/code-points';
import { normaliseText, textId } from '../../../src/core/text/text-id';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\n', '\n', '\r', '\ufeff', '😀', 'é', 'e\u0301', '„', ' '),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((pieces) => pieces.join(''));

describe('code point offsets', () => {
  it('agree with Python’s slicing of the text with LF and without BOM', () => {
    fc.assert(
      fc.property(text, fc.nat(), (whole, seed) => {
        const index = new CodePointIndex(whole);
        const points = [...normaliseText(whole)];
        const at = asCodePoints(points.length ? seed % (points.length + 1) : 0);
        assert.equal(normaliseText(whole.slice(0, index.toUtf16(at))), points.slice(0, at).join(''));
      }),
      { numRuns: 500 },
    );
  });

  it('survive the way to code points and back', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const index = new CodePointIndex(whole);
        const count = [...normaliseText(whole)].length;
        for (let k = 0; k <= count; k++) assert.equal(index.toCodePoints(index.toUtf16(asCodePoints(k))), k);
      }),
    );
  });
});

describe('the id of a text', () => {
  it('is git’s blob id', () => {
    assert.equal(textId('hello\n'), 'ce013625030b');
  });

  it('does not change with line ends or a byte order mark', () => {
    assert.equal(textId('\ufeffa\r\nb\rc'), textId('a\nb\nc'));
  });
});
