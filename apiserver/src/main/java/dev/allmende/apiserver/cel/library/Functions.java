package dev.allmende.apiserver.cel.library;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Functions with what the checker knows of them and what they do. Overload ids are those of Kubernetes. */
@SuppressWarnings("Immutable") // CEL asks for it of functions; the libraries' are
public final class Functions {

    private final Map<String, List<CelOverloadDecl>> declared = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bound = new ArrayList<>();

    /** All libraries of Kubernetes that rules of custom resources can use. */
    public static Functions all() {
        var functions = new Functions();
        QuantityLibrary.addTo(functions);
        NetworkLibrary.addTo(functions);
        UrlLibrary.addTo(functions);
        SemverLibrary.addTo(functions);
        FormatLibrary.addTo(functions);
        ListLibrary.addTo(functions);
        SetLibrary.addTo(functions);
        TextLibrary.addTo(functions);
        return functions;
    }

    public List<CelFunctionDecl> declarations() {
        var declarations = new ArrayList<CelFunctionDecl>();
        declared.forEach(
                (name, overloads) -> declarations.add(CelFunctionDecl.newFunctionDeclaration(name, overloads)));
        return declarations;
    }

    public List<CelFunctionBinding> bindings() {
        return bound;
    }

    void constant(String name, CelType result, Supplier<Object> value) {
        declare(name, CelOverloadDecl.newGlobalOverload(name, result));
        bound.add(CelFunctionBinding.from(name, ImmutableList.of(), arguments -> value.get()));
    }

    <A> void global(String name, String id, CelType result, Kind<A> a, Function<A, Object> body) {
        declare(name, CelOverloadDecl.newGlobalOverload(id, result, a.type()));
        bind(id, a, body);
    }

    <A, B> void global(String name, String id, CelType result, Kind<A> a, Kind<B> b, BiFunction<A, B, Object> body) {
        declare(name, CelOverloadDecl.newGlobalOverload(id, result, a.type(), b.type()));
        bind(id, a, b, body);
    }

    <A> void member(String name, String id, CelType result, Kind<A> a, Function<A, Object> body) {
        declare(name, CelOverloadDecl.newMemberOverload(id, result, a.type()));
        bind(id, a, body);
    }

    <A, B> void member(String name, String id, CelType result, Kind<A> a, Kind<B> b, BiFunction<A, B, Object> body) {
        declare(name, CelOverloadDecl.newMemberOverload(id, result, a.type(), b.type()));
        bind(id, a, b, body);
    }

    /** A member with two arguments. */
    <A, B, C> void member(
            String name, String id, CelType result, Kind<A> a, Kind<B> b, Kind<C> c, Ternary<A, B, C> body) {
        declare(name, CelOverloadDecl.newMemberOverload(id, result, a.type(), b.type(), c.type()));
        bound.add(CelFunctionBinding.from(
                id,
                ImmutableList.of(a.javaType(), b.javaType(), c.javaType()),
                arguments -> body.apply(
                        a.javaType().cast(arguments[0]),
                        b.javaType().cast(arguments[1]),
                        c.javaType().cast(arguments[2]))));
    }

    /** What a function of three arguments does. */
    interface Ternary<A, B, C> {
        Object apply(A a, B b, C c);
    }

    private void declare(String name, CelOverloadDecl overload) {
        declared.computeIfAbsent(name, _ -> new ArrayList<>()).add(overload);
    }

    private <A> void bind(String id, Kind<A> a, Function<A, Object> body) {
        bound.add(CelFunctionBinding.from(id, a.javaType(), body::apply));
    }

    private <A, B> void bind(String id, Kind<A> a, Kind<B> b, BiFunction<A, B, Object> body) {
        bound.add(CelFunctionBinding.from(id, a.javaType(), b.javaType(), body::apply));
    }
}
