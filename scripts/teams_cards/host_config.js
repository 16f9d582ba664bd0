// How Teams draws cards, as far as one can see it: sizes and colours by hand, not Microsoft's file. Read by render.py.
{
  const COLOURS = {
    light: {
      backgrounds: {default: '#ffffff', emphasis: '#f5f5f5', accent: '#e8ebfa', good: '#e7f2da', attention: '#fcf4f6', warning: '#fbf6d9'},
      text: {default: ['#242424', '#616161'], dark: ['#242424', '#616161'], light: ['#ffffff', '#e0e0e0'], accent: ['#5b5fc7', '#7579eb'],
        good: ['#237b4b', '#6bb700'], warning: ['#835c00', '#c19c00'], attention: ['#c4314b', '#cc4a31']},
      line: '#e1dfdd',
    },
    dark: {
      backgrounds: {default: '#292929', emphasis: '#1f1f1f', accent: '#2f2f4a', good: '#0d2e0d', attention: '#3f1011', warning: '#3d3000'},
      text: {default: ['#ffffff', '#adadad'], dark: ['#242424', '#616161'], light: ['#ffffff', '#e0e0e0'], accent: ['#7f85f5', '#9299f7'],
        good: ['#92c353', '#6bb700'], warning: ['#f8d22a', '#c19c00'], attention: ['#f9526b', '#e73550']},
      line: '#404040',
    },
  };

  window.hostConfig = theme => {
    const {backgrounds, text, line} = COLOURS[theme];
    const foregroundColors = mapped(text, ([normal, subtle]) => ({default: normal, subtle}));
    const plain = {weight: 'default', color: 'default'};
    return {
      supportsInteractivity: true,
      fontFamily: '"Segoe UI", system-ui, "DejaVu Sans", sans-serif',
      fontSizes: {small: 12, default: 14, medium: 14, large: 18, extraLarge: 24},
      fontWeights: {lighter: 200, default: 400, bolder: 600},
      spacing: {small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16},
      separator: {lineThickness: 1, lineColor: line},
      imageSizes: {small: 32, medium: 52, large: 100},
      containerStyles: mapped(backgrounds, backgroundColor => ({backgroundColor, foregroundColors})),
      actions: {maxActions: 6, spacing: 'default', buttonSpacing: 8, showCard: {actionMode: 'inline', inlineTopMargin: 16},
        actionsOrientation: 'horizontal', actionAlignment: 'left'},
      adaptiveCard: {allowCustomStyle: false},
      imageSet: {imageSize: 'medium', maxImageHeight: 100},
      factSet: {title: {...plain, size: 'default', weight: 'bolder', wrap: true, maxWidth: 150},
        value: {...plain, size: 'default', wrap: true}, spacing: 16},
      inputs: {
        label: {inputSpacing: 'small', requiredInputs: {...plain, suffix: ' *', suffixColor: 'attention'}, optionalInputs: plain},
        errorMessage: {...plain, color: 'attention', size: 'small', spacing: 'small'},
      },
    };
  };

  function mapped(table, change) {
    return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, change(value)]));
  }
}
