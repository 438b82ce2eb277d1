import { citationAsBibtex } from './bibtex';
import type { Citation, CitationFormat } from './citation';
import { citationAsMarkdown } from './citation-markdown';
import { citationAsText } from './citation-text';
import { citationAsCslJson } from './csl-json';

/** A citation in the form that was asked for. */
export function writeCitation(citation: Citation, format: CitationFormat): string {
  switch (format) {
    case 'text':
      return citationAsText(citation);
    case 'markdown':
      return citationAsMarkdown(citation);
    case 'csl-json':
      return citationAsCslJson(citation);
    case 'bibtex':
      return citationAsBibtex(citation);
  }
}
