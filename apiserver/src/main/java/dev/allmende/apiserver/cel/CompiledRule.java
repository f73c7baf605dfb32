package dev.allmende.apiserver.cel;

import dev.cel.runtime.CelRuntime;
import org.jspecify.annotations.Nullable;

/**
 * A rule that can be evaluated, or why it cannot.
 *
 * @param fault of the rule, null when it compiles
 * @param messageFault of its message expression, null when that compiles or there is none
 */
record CompiledRule(
        Rule rule,
        CelRuntime.@Nullable Program program,
        @Nullable String fault,
        boolean usesOldSelf,
        CelRuntime.@Nullable Program message,
        @Nullable String messageFault) {}
