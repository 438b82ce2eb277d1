import assert from 'node:assert/strict';
import { nameKey } from '../../../src/core/entity/variants';

describe('one key for the spellings of a name', () => {
  const same: readonly (readonly [string, string])[] = [
    ['Serikzjan Bilasj', 'Serikzhan Bilash'],
    ['Oeroemtsji', 'Urumchi'],
    ['Ata-Zjoert', 'Atazhurt'],
    ['Chodorkovski', 'Khodorkovsky'],
    ['Sjostakovitsj', 'Shostakovich'],
    ['Poetin', 'Putin'],
    ['Jekaterina', 'Yekaterina'],
    ['Gülnara', 'Gulnara'],
    ['Gorbatsjova', 'Gorbacheva'],
    ['Chroesjtsjov', 'Khrushchev'],
    ['Maksoetchan', 'Maksutkhan'],
  ];
  for (const [a, b] of same) it(`${a} = ${b}`, () => assert.equal(nameKey(a), nameKey(b)));

  const apart: readonly (readonly [string, string])[] = [
    ['Wenen', 'Vienna'],
    ['Bilash', 'Bolat'],
    ['Iran', 'Irak'],
    ['Jansen', 'Hansen'],
  ];
  for (const [a, b] of apart) it(`${a} is not ${b}`, () => assert.notEqual(nameKey(a), nameKey(b)));
});
