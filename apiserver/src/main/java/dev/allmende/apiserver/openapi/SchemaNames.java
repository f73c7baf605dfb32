package dev.allmende.apiserver.openapi;

import dev.allmende.apiserver.protobuf.Message;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;

/** What schemas and operations are called in the documents of Kubernetes; generated clients are made of these names. */
final class SchemaNames {

    static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";

    private SchemaNames() {}

    /** {@code io.k8s.api.core.v1.ConfigMap} or {@code com.example.v1.Widget}. */
    static String of(ServedKind kind) {
        return of(kind.groupVersion(), kind.kind(), kind.builtIn());
    }

    static String list(ServedKind kind) {
        return of(kind.groupVersion(), kind.listKind(), kind.builtIn());
    }

    static String of(GroupVersion groupVersion, String kind, boolean builtIn) {
        return prefix(groupVersion.group(), builtIn) + "." + groupVersion.version() + "." + kind;
    }

    /** {@code io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta} of the message {@code meta.ObjectMeta}. */
    static String of(Message message) {
        var file = message.name().substring(0, message.name().indexOf('.'));
        return file.equals("meta")
                ? META + message.simpleName()
                : of(GroupVersion.parse(message.apiVersion()), message.simpleName(), true);
    }

    private static String prefix(String group, boolean builtIn) {
        if (!builtIn) {
            var words = Arrays.asList(group.split("\\.", -1));
            Collections.reverse(words);
            return String.join(".", words);
        }
        return switch (group) {
            case "" -> "io.k8s.api.core";
            case "apiextensions.k8s.io" -> "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions";
            case "apiregistration.k8s.io" -> "io.k8s.kube-aggregator.pkg.apis.apiregistration";
            default -> "io.k8s.api." + group.split("\\.", -1)[0];
        };
    }

    /** {@code CoreV1}, {@code RbacAuthorizationV1}, {@code ExampleComV1}: the middle of an operation's id. */
    static String operation(GroupVersion groupVersion) {
        return groupWords(groupVersion.group()) + capital(groupVersion.version());
    }

    /** {@code core_v1}, {@code exampleCom_v1}. */
    static String tag(GroupVersion groupVersion) {
        var group = groupWords(groupVersion.group());
        return group.substring(0, 1).toLowerCase(Locale.ROOT) + group.substring(1) + "_" + groupVersion.version();
    }

    private static String groupWords(String group) {
        if (group.isEmpty()) {
            return "Core";
        }
        var name = group.endsWith(".k8s.io") ? group.substring(0, group.length() - ".k8s.io".length()) : group;
        return Arrays.stream(name.split("[.-]", -1)).map(SchemaNames::capital).collect(Collectors.joining());
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
