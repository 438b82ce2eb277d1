import * as vscode from 'vscode';
import type { Layer } from '../layers/layers';
import { COLORS } from '../contributions';
import { cssVariable } from '../layers/layers';

/** How sure a mark is: what Glossator suggests, what a researcher confirmed, what has to be looked at again. */
export const MARK_STATES = ['suggestion', 'confirmed', 'uncertain'] as const;
export type MarkState = (typeof MARK_STATES)[number];

/**
 * Lines, so that a layer is told by shape as well as by colour: a person has a line below, a place two lines or dashes,
 * a charge lines above and below, a note and an own layer a line of their own kind.
 */
const LINES: Readonly<Record<string, Readonly<Record<'suggestion' | 'confirmed', string>>>> = {
  person: { suggestion: 'underline dotted', confirmed: 'underline solid' },
  place: { suggestion: 'underline dashed', confirmed: 'underline double' },
  charge: { suggestion: 'underline overline dotted', confirmed: 'underline overline solid' },
  note: { suggestion: 'underline dotted', confirmed: 'underline dashed' },
};
const OWN_LAYER_LINES = { suggestion: 'underline dotted', confirmed: 'overline solid' };

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
        textDecoration: textDecoration(lines.suggestion, layer.cssColor, '1.5px'),
        overviewRulerLane: vscode.OverviewRulerLane.Right,
      });
    case 'confirmed':
      return vscode.window.createTextEditorDecorationType({
        ...common,
        textDecoration: textDecoration(lines.confirmed, layer.cssColor, '2px'),
        backgroundColor: layer.background,
        borderRadius: '2px',
        overviewRulerLane: vscode.OverviewRulerLane.Left,
      });
    case 'uncertain':
      return vscode.window.createTextEditorDecorationType({
        ...common,
        textDecoration: textDecoration('underline wavy', cssVariable(COLORS.uncertain), '1px'),
        backgroundColor: layer.background,
        border: '1px dashed',
        borderColor: new vscode.ThemeColor(COLORS.uncertain),
        overviewRulerColor: new vscode.ThemeColor(COLORS.uncertain),
        overviewRulerLane: vscode.OverviewRulerLane.Center,
      });
  }
}

function textDecoration(line: string, color: string, thickness: string): string {
  return `${line} ${color} ${thickness}; text-underline-offset: 3px; text-decoration-skip-ink: none`;
}
