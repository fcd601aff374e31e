/** A Flex bubble made by someone who means harm: every value tries to break out of its place. */

export const hostileText = `"><img src=x onerror="window.harmed=1"><script>window.harmed=1</script>'`;

const x = hostileText;

export const hostileBubble = {
  type: 'bubble',
  size: x,
  direction: x,
  styles: { body: { backgroundColor: x, separator: true, separatorColor: x } },
  action: { type: x, uri: x },
  hero: {
    type: 'image',
    url: `javascript:window.harmed=1${x}`,
    aspectRatio: x,
    size: x,
    backgroundColor: x,
    action: { type: 'uri', label: x, uri: 'javascript:window.harmed=1' },
  },
  body: {
    type: 'box',
    layout: x,
    flex: x,
    width: x,
    height: '1px;background:url(x)',
    backgroundColor: x,
    borderWidth: x,
    borderColor: x,
    cornerRadius: x,
    offsetTop: x,
    background: { type: 'linearGradient', angle: x, startColor: x, endColor: x },
    contents: [
      {
        type: 'text',
        text: x,
        size: x,
        color: x,
        maxLines: x,
        wrap: true,
        lineSpacing: x,
        contents: [{ type: 'span', text: x, size: x, color: x, decoration: x }],
      },
      { type: 'button', action: { type: 'postback', label: x, data: x }, style: x, height: x },
      { type: 'button', action: { type: 'uri', label: 'trap', uri: 'javascript:window.harmed=1' } },
      { type: x },
      { type: 'icon', url: `https://pictures.invalid/${x}`, size: x },
      { type: 'image', url: 'data:text/html,<script>window.harmed=1</script>' },
      { type: 'image', url: '//elsewhere.invalid/x.png' },
      null,
      'text',
    ],
  },
  footer: 'not a box',
};
