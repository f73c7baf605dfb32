package dev.allmende.apiserver.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of one schema node. */
final class RuleCompiler {

    /** What this engine adds to an error and cel-go does not. */
    private static final Pattern CANDIDATES = Pattern.compile(" \\(candidates: [^\\n]*\\)");

    private final Shapes types;
    private final CelType self;
    private @Nullable CelCompiler plain;
    private @Nullable CelCompiler optional;

    RuleCompiler(Shapes types, CelType self) {
        this.types = types;
        this.self = self;
    }

    private static final class Uncompilable extends Exception {
        Uncompilable(String message) {
            super(message, null, false, false);
        }
    }

    CompiledRule compile(Rule rule) {
        var compiler = compiler(rule.optionalOldSelf());
        CelAbstractSyntaxTree tree;
        CelRuntime.Program program;
        try {
            tree = check(
                    compiler,
                    rule.rule(),
                    SimpleType.BOOL,
                    "compilation failed: ",
                    "cel expression must evaluate to a bool");
            program = program(tree);
        } catch (Uncompilable e) {
            return new CompiledRule(rule, null, e.getMessage(), false, null, null);
        }
        boolean usesOld = tree.getReferenceMap().values().stream()
                .anyMatch(reference -> reference.name().equals("oldSelf"));
        if (rule.messageExpression().isBlank()) {
            return new CompiledRule(rule, program, null, usesOld, null, null);
        }
        try {
            var message = check(
                    compiler,
                    rule.messageExpression(),
                    SimpleType.STRING,
                    "messageExpression compilation failed: ",
                    "messageExpression must evaluate to a string");
            return new CompiledRule(rule, program, null, usesOld, program(message), null);
        } catch (Uncompilable e) {
            return new CompiledRule(rule, program, null, usesOld, null, e.getMessage());
        }
    }

    private CelCompiler compiler(boolean optionalOldSelf) {
        if (optionalOldSelf) {
            optional = optional == null ? Environment.compiler(types, self, true) : optional;
            return optional;
        }
        plain = plain == null ? Environment.compiler(types, self, false) : plain;
        return plain;
    }

    private static CelAbstractSyntaxTree check(
            CelCompiler compiler, String expression, CelType result, String failed, String otherResult)
            throws Uncompilable {
        CelAbstractSyntaxTree tree;
        try {
            tree = compiler.compile(expression).getAst();
        } catch (CelValidationException e) {
            throw new Uncompilable(failed + CANDIDATES.matcher(e.getMessage()).replaceAll(""));
        }
        if (!tree.getResultType().equals(result)) {
            throw new Uncompilable(otherResult);
        }
        var regex = badRegex(tree);
        if (regex.isPresent()) {
            throw new Uncompilable(failed + regex.get());
        }
        return tree;
    }

    private static CelRuntime.Program program(CelAbstractSyntaxTree tree) throws Uncompilable {
        try {
            return Environment.RUNTIME.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new Uncompilable("program instantiation failed: " + e.getMessage());
        }
    }

    /** A constant that {@code matches} cannot take. */
    private static Optional<String> badRegex(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL
                        && node.expr().call().function().equals("matches"))
                .map(node -> node.expr().call().args().getLast())
                .filter(RuleCompiler::isBadRegex)
                .findFirst()
                .map(argument -> issue(tree, argument));
    }

    private static boolean isBadRegex(CelExpr argument) {
        if (argument.getKind() != Kind.CONSTANT || argument.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return false;
        }
        try {
            Pattern.compile(argument.constant().stringValue());
            return false;
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    private static String issue(CelAbstractSyntaxTree tree, CelExpr argument) {
        var source = tree.getSource();
        var position = source.getPositionsMap().getOrDefault(argument.id(), 0);
        return source.getOffsetLocation(position)
                .map(at -> CelIssue.formatError(argument.id(), at, "invalid matches argument")
                        .toDisplayString(source))
                .orElse("invalid matches argument");
    }
}
