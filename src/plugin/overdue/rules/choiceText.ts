/**
 * The version of the text under which a customer chooses to pay or to be suspended. Its words stand in
 * the storefront's messages; whoever changes what they promise changes the version with them.
 */
export const CHOICE_TEXT_VERSION = '2026-11'
