import astro from 'eslint-plugin-astro'
import boundaries from 'eslint-plugin-boundaries'
import jsdoc from 'eslint-plugin-jsdoc'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** The folders of `src` in the order data flows; a folder imports only from those before it. */
const ORDER = ['report', 'config', 'source', 'golang', 'walkthrough', 'options', 'lab', 'markdown', 'authoring', 'export', 'site']

export default defineConfig(
  globalIgnores(['dist/', 'reports/', '.astro/', 'examples/', 'coverage/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { 'max-lines': ['error', { max: 300 }], eqeqeq: 'error', 'no-console': 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers read well in templates and arrows that only call something are plain; neither hides a mistake.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An index that the types say may be missing has often just been checked by its length or by a pattern.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'scripts/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { FunctionDeclaration: true, ClassDeclaration: true },
          contexts: ['ExportNamedDeclaration > TSInterfaceDeclaration'],
          enableFixer: false,
        },
      ],
      'jsdoc/require-description': ['error', { contexts: ['any'] }],
    },
  },
  {
    files: ['src/**/*.{ts,astro}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [
        ...ORDER.map((folder) => ({ type: folder, pattern: `src/${folder}` })),
        { type: 'scripts', pattern: 'scripts' },
      ],
      'import/resolver': { node: { extensions: ['.ts', '.js', '.mjs', '.astro'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: `{{from.element.type}} may not import {{to.element.type}}: imports go one way, ${ORDER.join(' → ')}`,
          policies: ORDER.map((folder, at) => ({
            from: { element: { type: folder } },
            allow: { to: { element: { type: ORDER.slice(0, at + 1) } } },
          })),
        },
      ],
    },
  },
  {
    files: ['src/site/**/*.ts'],
    // Client code talks to the reader's browser, where the console is the only place for a bug's trace.
    rules: { 'no-console': ['error', { allow: ['error', 'warn'] }] },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Tests read parsed JSON and page contents whose shape is what they assert.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // An ambient module may import types in no other way: a declaration file with an import of its own declares nothing ambient.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  ...astro.configs['flat/recommended'],
  { files: ['**/*.mjs', '**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
)
