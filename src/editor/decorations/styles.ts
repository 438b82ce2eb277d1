import * as vscode from 'vscode';
import type { Layer } from '../layers/layers';
import { COLORS } from '../contributions';
import { cssVariable } from '../layers/layers';

/** How sure a mark is: what Glossator suggests, what a researcher confirmed, what has to be looked at again. */
export const MARK_STATES = ['suggestion', 'confirmed', 'uncertain'] as const;
export type MarkState = (typeof MARK_STATES)[number];

interface Line {
  readonly style: string;
  readonly thickness: string;
}

/**
 * Lines, so that a layer is told by shape as well as by colour, and what is confirmed from what is suggested. None is an
 * overline: in a wrapped paragraph it reads as an underline of the words above.
 */
const LINES: Readonly<Record<string, Readonly<Record<'suggestion' | 'confirmed', Line>>>> = {
  person: { suggestion: { style: 'dotted', thickness: '2px' }, confirmed: { style: 'solid', thickness: '2px' } },
  place: { suggestion: { style: 'dashed', thickness: '1.5px' }, confirmed: { style: 'double', thickness: '1.5px' } },
  charge: { suggestion: { style: 'wavy', thickness: '1px' }, confirmed: { style: 'solid', thickness: '3px' } },
  note: { suggestion: { style: 'dotted', thickness: '1px' }, confirmed: { style: 'dotted', thickness: '3px' } },
};
const OWN_LAYER_LINES: (typeof LINES)[string] = {
  suggestion: { style: 'dotted', thickness: '1px' },
  confirmed: { style: 'dashed', thickness: '3px' },
};

/** The decoration of one layer in one state. */
export function decorationType(layer: Layer, state: MarkState): vscode.TextEditorDecorationType {
  const lines = LINES[layer.id] ?? OWN_LAYER_LINES;
  const common: vscode.DecorationRenderOptions = {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: layer.color,
  };
  switch (state) {
    case 'suggestion':
      return vscode.window.createTextEditorDecorationType({
        ...common,
        textDecoration: underline(lines.suggestion, layer.cssColor),
        overviewRulerLane: vscode.OverviewRulerLane.Right,
      });
    case 'confirmed':
      return vscode.window.createTextEditorDecorationType({
        ...common,
        textDecoration: underline(lines.confirmed, layer.cssColor),
        backgroundColor: layer.background,
        borderRadius: '2px',
        overviewRulerLane: vscode.OverviewRulerLane.Left,
      });
    case 'uncertain':
      return vscode.window.createTextEditorDecorationType({
        ...common,
        textDecoration: underline(lines.confirmed, cssVariable(COLORS.uncertain)),
        backgroundColor: layer.background,
        border: '1px dashed',
        borderColor: new vscode.ThemeColor(COLORS.uncertain),
        overviewRulerColor: new vscode.ThemeColor(COLORS.uncertain),
        overviewRulerLane: vscode.OverviewRulerLane.Center,
      });
  }
}

function underline({ style, thickness }: Line, color: string): string {
  return `underline ${style} ${color} ${thickness}; text-underline-offset: 3px; text-decoration-skip-ink: none`;
}
