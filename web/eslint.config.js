import { readdirSync } from 'node:fs';
import vue from 'eslint-plugin-vue';
import ts from 'typescript-eslint';

// These serve every feature; every other folder of src is a feature and knows no other feature.
const shared = new Set(['api', 'i18n', 'ui']);
const features = readdirSync(new URL('./src', import.meta.url), { withFileTypes: true })
  .filter((each) => each.isDirectory() && !shared.has(each.name))
  .map((each) => each.name);

function mayNotImport(folder, others, why) {
  const group = others.flatMap((other) => [`@/${other}/**`, `../${other}/**`, `../../${other}/**`]);
  return {
    files: [`src/${folder}/**`],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message: why }] }] },
  };
}

const apart = features.map((feature) =>
  mayNotImport(
    feature,
    features.filter((other) => other !== feature),
    'A feature never imports another: move what both need to ui or api.',
  ),
);
const below = [...shared].map((folder) =>
  mayNotImport(folder, features, 'What serves every feature knows none of them.'),
);

export default ts.config(
  { ignores: ['dist', 'node_modules'] },
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      eqeqeq: 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['→', '✕', '—', '…', '='] }],
      'vue/no-v-html': 'error',
      // The form of a line is left to its author; these rules only argue about it.
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/singleline-html-element-content-newline': 'off',
    },
  },
  ...apart,
  ...below,
);
