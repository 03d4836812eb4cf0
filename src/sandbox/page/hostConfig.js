/** Teams' host configuration: sizes are shared, colours are the theme's. */
const themes = {
  light: {
    text: '#242424',
    quiet: '#616161',
    accent: '#4f52b2',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
    line: '#e0e0e0',
    backgrounds: {
      default: '#ffffff',
      emphasis: '#f5f5f5',
      accent: '#e8ebfa',
      good: '#e7f2da',
      warning: '#fbf6d9',
      attention: '#fcf4f6',
    },
  },
  dark: {
    text: '#ffffff',
    quiet: '#adadad',
    accent: '#9ea2ff',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f1707b',
    line: '#3d3d3d',
    backgrounds: {
      default: '#292929',
      emphasis: '#1f1f1f',
      accent: '#2f2f4a',
      good: '#1d2b12',
      warning: '#352d0c',
      attention: '#3b1f24',
    },
  },
  contrast: {
    text: '#ffffff',
    quiet: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ffffff',
    line: '#ffffff',
    backgrounds: {
      default: '#000000',
      emphasis: '#000000',
      accent: '#000000',
      good: '#000000',
      warning: '#000000',
      attention: '#000000',
    },
  },
};

const both = (color, subtle = color) => ({ default: color, subtle });

function containerStyle(theme, backgroundColor) {
  return {
    backgroundColor,
    borderColor: theme.line,
    foregroundColors: {
      default: both(theme.text, theme.quiet),
      dark: both(theme.text, theme.quiet),
      light: both(theme.quiet),
      accent: both(theme.accent),
      good: both(theme.good),
      warning: both(theme.warning),
      attention: both(theme.attention),
    },
  };
}

const label = { size: 'default', weight: 'default', color: 'default', isSubtle: false };
const heading = { size: 'large', weight: 'bolder', color: 'default', isSubtle: false, fontType: 'default' };

export function hostConfig(themeName) {
  const theme = themes[themeName];
  const styles = Object.entries(theme.backgrounds).map(([name, color]) => [
    name,
    containerStyle(theme, color),
  ]);
  return {
    supportsInteractivity: true,
    // The pane's font, which follows its language.
    fontFamily: 'inherit',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.line },
    containerStyles: Object.fromEntries(styles),
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { ...label, suffix: ' *', suffixColor: 'attention' },
        optionalInputs: label,
      },
      errorMessage: { size: 'small', weight: 'default', color: 'attention', spacing: 'small' },
    },
    actions: {
      maxActions: 6,
      spacing: 'medium',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    factSet: {
      title: { ...label, weight: 'bolder', wrap: true, maxWidth: 160 },
      value: { ...label, wrap: true },
      spacing: 12,
    },
    textStyles: { heading, columnHeader: { ...heading, size: 'default' } },
    textBlock: { headingLevel: 3 },
  };
}
