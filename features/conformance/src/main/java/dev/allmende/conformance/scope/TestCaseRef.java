package dev.allmende.conformance.scope;

/**
 * A test case as a scope declares it.
 *
 * @param id unique in the scope, never changes
 * @param description one line of Markdown; may be empty
 * @param url documentation; may be empty
 * @param section free label for selecting; empty when there is none
 */
public record TestCaseRef(String id, String description, String url, Lifetime lifetime, String section) {}
