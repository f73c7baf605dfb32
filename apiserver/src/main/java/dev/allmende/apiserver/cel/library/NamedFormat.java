package dev.allmende.apiserver.cel.library;

import java.util.List;
import java.util.function.Function;

/**
 * A format of strings.
 *
 * @param faults what is wrong with a text; empty when it has the format
 */
record NamedFormat(String name, Function<String, List<String>> faults) {}
