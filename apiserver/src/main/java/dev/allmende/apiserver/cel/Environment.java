package dev.allmende.apiserver.cel;

import dev.allmende.apiserver.cel.library.Functions;
import dev.allmende.apiserver.cel.library.Regexes;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import java.util.EnumSet;
import java.util.List;

/**
 * The language of rules: the libraries that a kube-apiserver 1.35 offers to custom resources (k8s.io/apiserver,
 * pkg/cel/environment/base.go), without the authorizer, which rules cannot reach. Loading this class loads the engine.
 */
final class Environment {

    /** Loops of one evaluation together; the meter stops most before. */
    private static final int MOST_ITERATIONS = 1_000_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .build();

    private static final Functions FUNCTIONS = Functions.all();

    private static final CelStringExtensions STRINGS =
            CelExtensions.strings(EnumSet.complementOf(EnumSet.of(CelStringExtensions.Function.REVERSE)));

    static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardFunctions(CelStandardFunctions.newBuilder()
                    .excludeFunctions(StandardFunction.MATCHES)
                    .build())
            .addLibraries(STRINGS, CelExtensions.lists(), CelExtensions.optional(), CelExtensions.comprehensions())
            .addFunctionBindings(FUNCTIONS.bindings())
            .addFunctionBindings(matches())
            .build();

    private static final CelCompiler BASE = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(STRINGS, CelExtensions.lists(), CelExtensions.optional(), CelExtensions.comprehensions())
            .addFunctionDeclarations(FUNCTIONS.declarations())
            .build();

    private Environment() {}

    /** {@code matches}, with expressions compiled once. */
    private static List<CelFunctionBinding> matches() {
        return List.of(
                CelFunctionBinding.from(
                        "matches",
                        String.class,
                        String.class,
                        (text, regex) -> Regexes.of(regex).matcher(text).find()),
                CelFunctionBinding.from(
                        "matches_string",
                        String.class,
                        String.class,
                        (text, regex) -> Regexes.of(regex).matcher(text).find()));
    }

    /** A compiler that knows {@code self} and {@code oldSelf}. */
    static CelCompiler compiler(Shapes types, CelType self, boolean optionalOldSelf) {
        return BASE.toCompilerBuilder()
                .setTypeProvider(types)
                .addVar("self", self)
                .addVar("oldSelf", optionalOldSelf ? OptionalType.create(self) : self)
                .build();
    }
}
