package dev.allmende.apiserver.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.allmende.apiserver.builtin.BuiltInKinds;
import dev.allmende.apiserver.crd.definition.CustomResourceDefinitions;
import dev.allmende.apiserver.crd.definition.CustomResources;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A few kinds for tests of the views: built-in ones and those that {@code widgets.yaml} defines. */
public final class SomeKinds {

    private static final List<ServedKind> CUSTOM = custom();

    public static final ServedKind WIDGET = custom("widgets", "v1");
    public static final ServedKind OLD_WIDGET = custom("widgets", "v1beta1");
    public static final ServedKind GLOBE = custom("globes", "v1");
    public static final ServedKind CONFIG_MAP = builtIn("v1", "configmaps");
    public static final ServedKind NAMESPACE = builtIn("v1", "namespaces");
    public static final ServedKind EVENT = builtIn("v1", "events");
    public static final ServedKind SERVICE_ACCOUNT = builtIn("v1", "serviceaccounts");
    public static final ServedKind ACCESS_REVIEW = builtIn("authorization.k8s.io/v1", "selfsubjectaccessreviews");
    public static final ServedKind LEASE = builtIn("coordination.k8s.io/v1", "leases");

    /** Without events, so that expectations in tests stay short. */
    public static final List<ServedKind> ALL =
            List.of(WIDGET, OLD_WIDGET, GLOBE, CONFIG_MAP, NAMESPACE, SERVICE_ACCOUNT, ACCESS_REVIEW, LEASE);

    private SomeKinds() {}

    private static ServedKind builtIn(String groupVersion, String plural) {
        return BuiltInKinds.find(GroupVersion.parse(groupVersion), plural)
                .orElseThrow()
                .served();
    }

    private static ServedKind custom(String plural, String version) {
        return CUSTOM.stream()
                .filter(kind -> kind.plural().equals(plural)
                        && kind.groupVersion().version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    private static List<ServedKind> custom() {
        List<ServedKind> kinds = new ArrayList<>();
        try (var stream = SomeKinds.class.getResourceAsStream("widgets.yaml");
                var documents = new YAMLMapper().readerFor(ObjectNode.class).<ObjectNode>readValues(stream)) {
            while (documents.hasNext()) {
                var definition = documents.next();
                CustomResourceDefinitions.fillDefaults(definition);
                kinds.addAll(CustomResources.served(definition));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kinds;
    }
}
