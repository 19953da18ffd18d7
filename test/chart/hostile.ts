/** Names that try to be markup, escapes or mischief. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</title><svg onload=alert(1)>',
  ']]>&amp;&#0;<!-- -->',
  '\u001b[31mred\u0007\u0000',
  '\u202egnp.exe',
  '\ud800 lone',
  '消費者 👩‍👩‍👧 long name that goes on and on and on and on and on and on',
];
