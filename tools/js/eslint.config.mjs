/** Rules for the map's modules, its tests and its tools: what eslint recommends, and a few that keep modules short. */

import js from "@eslint/js";
import globals from "globals";

const STRICT = {
  "array-callback-return": "error",
  complexity: ["error", 10],
  "consistent-return": "error",
  curly: ["error", "multi-line", "consistent"],
  "default-case-last": "error",
  eqeqeq: "error",
  "max-depth": ["error", 3],
  "max-len": ["error", 150],
  "max-lines": ["error", 150],
  "max-lines-per-function": ["error", 40],
  "max-params": ["error", 4],
  "no-else-return": "error",
  "no-implicit-coercion": "error",
  "no-param-reassign": "error",
  "no-restricted-properties": ["error", { property: "innerHTML", message: "Set text, so that no name is read as markup." }],
  "no-restricted-syntax": ["error", "WithStatement", "LabeledStatement"],
  "no-shadow": "error",
  "no-use-before-define": ["error", { functions: false, variables: false }],
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-template": "error",
  radix: "error",
  "sort-imports": ["error", { ignoreCase: true, ignoreDeclarationSort: true }],
};

export default [
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" }, rules: STRICT },
  { files: ["static/map/src/**"], languageOptions: { globals: { ...globals.browser, L: "readonly" } } },
  { files: ["tools/js/**", "tests/map/**"], languageOptions: { globals: globals.node } },
];
