package dev.allmende.apiserver.builtin;

import dev.allmende.apiserver.protobuf.Messages;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.PrinterColumn;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.resource.Verb;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All built-in kinds, made once when first asked for. Names, verbs and columns as a Kubernetes 1.35 API server has them. */
public final class BuiltInKinds {

    private final MessageSchema schemas = new MessageSchema(Messages.builtIn());
    private final List<BuiltInKind> kept = new ArrayList<>();
    private final List<BuiltInKind> asked = new ArrayList<>();

    private BuiltInKinds() {
        describeCore();
        describeOthers();
        describeReviews();
    }

    /** Kinds whose objects are stored. */
    public static List<BuiltInKind> stored() {
        return Holder.STORED;
    }

    /** Kinds that are only asked: created, answered and forgotten. */
    public static List<BuiltInKind> reviews() {
        return Holder.REVIEWS;
    }

    /** Both. */
    public static List<BuiltInKind> all() {
        return Holder.ALL;
    }

    /** The kind served under this group, version and plural name. */
    public static Optional<BuiltInKind> find(GroupVersion version, String plural) {
        return all().stream()
                .filter(kind -> kind.served().groupVersion().equals(version)
                        && kind.served().plural().equals(plural))
                .findFirst();
    }

    /** Subresources beside {@code /status}. */
    public static List<BuiltInSubresource> subresources() {
        return Holder.SUBRESOURCES;
    }

    private void describeCore() {
        kept.add(kind("core.Namespace", "namespaces")
                .cluster()
                .names(NameRule.DNS_LABEL)
                .shortNames("ns")
                .verbs(EnumSet.complementOf(EnumSet.of(Verb.DELETECOLLECTION)))
                .status()
                .columns(Columns.NAMESPACE)
                .selectable(List.of("status.phase"))
                .strategy(new NamespaceStrategy()));
        kept.add(kind("core.Secret", "secrets")
                .columns(Columns.SECRET)
                .selectable(List.of("type"))
                .strategy(new SecretStrategy()));
        kept.add(kind("core.ConfigMap", "configmaps")
                .shortNames("cm")
                .columns(Columns.CONFIG_MAP)
                .strategy(new ConfigMapStrategy()));
        kept.add(kind("core.ServiceAccount", "serviceaccounts")
                .shortNames("sa")
                .columns(Columns.AGE_ONLY)
                .strategy(new ServiceAccountStrategy()));
        kept.add(kind("core.Event", "events")
                // recorders name events after objects, with a dot at the end of generateName
                .names(NameRule.PATH_SEGMENT)
                .shortNames("ev")
                .columns(EventColumns.ALL)
                .selectable(EventFields.CORE)
                .strategy(EventStrategy.core()));
        kept.add(kind("core.Service", "services")
                .names(NameRule.DNS_1035_LABEL)
                .shortNames("svc")
                .categories("all")
                .status()
                .columns(ServiceColumns.ALL)
                .selectable(List.of("spec.clusterIP", "spec.type"))
                .strategy(new ServiceStrategy()));
        kept.add(kind("core.ResourceQuota", "resourcequotas")
                .shortNames("quota")
                .status()
                .columns(Columns.QUOTA)
                .strategy(new QuotaStrategy()));
    }

    private void describeOthers() {
        kept.add(kind("events.Event", "events")
                .shortNames("ev")
                .columns(EventColumns.ALL)
                .selectable(EventFields.EVENTS)
                .storedAs(new GroupResource("", "events"))
                .strategy(EventStrategy.events()));
        kept.add(kind("coordination.Lease", "leases")
                .conditionalUpdate()
                .columns(Columns.LEASE)
                .strategy(new LeaseStrategy()));
        kept.add(rbac("Role").columns(Columns.CREATED_AT).strategy(new RoleStrategy(true)));
        kept.add(rbac("RoleBinding").columns(Columns.BINDING).strategy(new BindingStrategy(true)));
        kept.add(rbac("ClusterRole").cluster().columns(Columns.CREATED_AT).strategy(new RoleStrategy(false)));
        kept.add(rbac("ClusterRoleBinding").cluster().columns(Columns.BINDING).strategy(new BindingStrategy(false)));
        kept.add(kind("apiextensions.CustomResourceDefinition", "customresourcedefinitions")
                .cluster()
                .shortNames("crd", "crds")
                .categories("api-extensions")
                .conditionalUpdate()
                .status()
                .columns(Columns.CREATED_AT)
                .strategy(Strategy.NONE));
    }

    private void describeReviews() {
        for (var name : List.of("authentication.SelfSubjectReview", "authentication.TokenReview")) {
            asked.add(review(name).cluster().strategy(Strategy.NONE));
        }
        for (var name : List.of("SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview")) {
            asked.add(review("authorization." + name).cluster().strategy(Strategy.NONE));
        }
        asked.add(review("authorization.LocalSubjectAccessReview").strategy(Strategy.NONE));
    }

    private List<BuiltInSubresource> parts() {
        return List.of(
                part("serviceaccounts", "token", "authentication.TokenRequest", Verb.CREATE),
                part("namespaces", "finalize", "core.Namespace", Verb.UPDATE));
    }

    private BuiltInSubresource part(String parent, String name, String of, Verb verb) {
        var message = Messages.builtIn().named(of);
        return new BuiltInSubresource(new GroupResource("", parent), name, message, Set.of(verb), schemas.of(message));
    }

    private Draft kind(String message, String plural) {
        return new Draft(message, plural);
    }

    private Draft rbac(String kind) {
        return kind("rbac." + kind, plural(kind)).names(NameRule.PATH_SEGMENT);
    }

    private Draft review(String message) {
        return kind(message, plural(message.substring(message.indexOf('.') + 1)))
                .verbs(Set.of(Verb.CREATE));
    }

    private static String plural(String kind) {
        return kind.toLowerCase(Locale.ROOT) + "s";
    }

    /** A kind being described; what is not said is as for most kinds. */
    private final class Draft {
        private final String message;
        private final String plural;
        private boolean namespaced = true;
        private NameRule names = NameRule.DNS_SUBDOMAIN;
        private List<String> shortNames = List.of();
        private List<String> categories = List.of();
        private Set<Verb> verbs = EnumSet.allOf(Verb.class);
        private boolean status;
        private boolean unconditional = true;
        private List<PrinterColumn> columns = List.of();
        private List<String> selectable = List.of();
        private Optional<GroupResource> storedAs = Optional.empty();

        Draft(String message, String plural) {
            this.message = message;
            this.plural = plural;
        }

        Draft cluster() {
            namespaced = false;
            return this;
        }

        Draft names(NameRule rule) {
            names = rule;
            return this;
        }

        Draft shortNames(String... all) {
            shortNames = List.of(all);
            return this;
        }

        Draft categories(String... all) {
            categories = List.of(all);
            return this;
        }

        Draft verbs(Set<Verb> all) {
            verbs = all;
            return this;
        }

        Draft status() {
            status = true;
            return this;
        }

        Draft conditionalUpdate() {
            unconditional = false;
            return this;
        }

        Draft columns(List<PrinterColumn> all) {
            columns = all;
            return this;
        }

        Draft selectable(List<String> paths) {
            selectable = paths;
            return this;
        }

        Draft storedAs(GroupResource other) {
            storedAs = Optional.of(other);
            return this;
        }

        BuiltInKind strategy(Strategy strategy) {
            var description = Messages.builtIn().named(message);
            var kind = description.simpleName();
            var served = new ServedKind(
                    GroupVersion.parse(description.apiVersion()),
                    plural,
                    kind.toLowerCase(Locale.ROOT),
                    kind,
                    kind + "List",
                    namespaced,
                    shortNames,
                    categories,
                    verbs,
                    schemas.of(description),
                    status,
                    Optional.empty(),
                    columns,
                    selectable,
                    true);
            return new BuiltInKind(
                    served, description, names, unconditional, storedAs.orElse(served.groupResource()), strategy);
        }
    }

    /** Made at first use. */
    private static final class Holder {
        static final List<BuiltInKind> STORED;
        static final List<BuiltInKind> REVIEWS;
        static final List<BuiltInKind> ALL;
        static final List<BuiltInSubresource> SUBRESOURCES;

        static {
            var kinds = new BuiltInKinds();
            STORED = List.copyOf(kinds.kept);
            REVIEWS = List.copyOf(kinds.asked);
            var all = new ArrayList<>(kinds.kept);
            all.addAll(kinds.asked);
            ALL = List.copyOf(all);
            SUBRESOURCES = kinds.parts();
        }
    }
}
