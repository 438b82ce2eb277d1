import * as vscode from 'vscode';
import type { BUILT_IN_LAYERS } from '../../core/annotation/annotation';
import { type LayerId } from '../../core/annotation/annotation';
import { COLORS } from '../contributions';
import { setting } from '../settings/settings';

/** How a layer is called and coloured. */
export interface Layer {
  readonly id: LayerId;
  readonly label: string;
  /** A theme colour for built-in layers, a CSS colour for the researcher's own. */
  readonly color: vscode.ThemeColor | string;
  readonly background: vscode.ThemeColor | string;
  /** CSS for the underline's colour. */
  readonly cssColor: string;
  readonly icon: string;
}

const ID = /^[a-z][a-z0-9-]{0,40}$/;
const CSS_COLOR = /^(#[0-9a-f]{3,8}|[a-z]{3,30})$/i;
const FALLBACK_COLOR = '#8a6fb0';

/** The CSS variable under which the workbench gives a theme colour to decorations. */
export function cssVariable(color: string): string {
  return `var(--vscode-${color.replace(/\./g, '-')})`;
}

function builtIn(id: (typeof BUILT_IN_LAYERS)[number], label: string, icon: string): Layer {
  const color = COLORS[id];
  return {
    id,
    label,
    icon,
    color: new vscode.ThemeColor(color),
    background: new vscode.ThemeColor(COLORS[`${id}Background`]),
    cssColor: cssVariable(color),
  };
}

function builtInLayers(): Layer[] {
  return [
    builtIn('person', vscode.l10n.t('Person'), 'person'),
    builtIn('place', vscode.l10n.t('Place'), 'location'),
    builtIn('charge', vscode.l10n.t('Charge'), 'law'),
    builtIn('note', vscode.l10n.t('Note'), 'note'),
  ];
}

/**
 * All layers for a resource: the built-in ones, then the researcher's own from the settings. An own layer with a bad
 * or taken id is left out; a bad colour becomes the default one.
 */
export function layersFor(scope?: vscode.Uri): Layer[] {
  const layers = builtInLayers();
  for (const own of setting('layers', scope) ?? []) {
    if (typeof own?.id !== 'string' || !ID.test(own.id) || layers.some((layer) => layer.id === own.id)) continue;
    const color = typeof own.color === 'string' && CSS_COLOR.test(own.color) ? own.color : FALLBACK_COLOR;
    layers.push({
      id: own.id,
      label: typeof own.label === 'string' && own.label ? own.label : own.id,
      icon: 'tag',
      color,
      background: `color-mix(in srgb, ${color} 18%, transparent)`,
      cssColor: color,
    });
  }
  return layers;
}

/** The layer of an annotation; one that no setting knows any more still has its id as its label. */
export function layerOf(id: LayerId, layers: readonly Layer[]): Layer {
  return (
    layers.find((layer) => layer.id === id) ?? {
      id,
      label: id,
      icon: 'tag',
      color: FALLBACK_COLOR,
      background: `color-mix(in srgb, ${FALLBACK_COLOR} 18%, transparent)`,
      cssColor: FALLBACK_COLOR,
    }
  );
}
