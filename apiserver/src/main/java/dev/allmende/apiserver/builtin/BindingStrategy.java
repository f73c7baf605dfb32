package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RoleBindings and ClusterRoleBindings (kubernetes pkg/apis/rbac/validation). */
final class BindingStrategy implements Strategy {

    private static final String GROUP = "rbac.authorization.k8s.io";

    private final boolean namespaced;

    BindingStrategy(boolean namespaced) {
        this.namespaced = namespaced;
    }

    @Override
    public void prepare(ObjectNode binding, @Nullable ObjectNode old) {
        var roleRef = binding.withObjectProperty("roleRef");
        if (Json.string(roleRef, "apiGroup").isEmpty()) {
            roleRef.put("apiGroup", GROUP);
        }
        for (var subject : binding.path("subjects")) {
            if (subject instanceof ObjectNode who
                    && isPerson(who)
                    && Json.string(who, "apiGroup").isEmpty()) {
                who.put("apiGroup", GROUP);
            }
        }
    }

    private static boolean isPerson(JsonNode subject) {
        var kind = Json.string(subject, "kind");
        return kind.equals("User") || kind.equals("Group");
    }

    @Override
    public List<FieldError> validate(ObjectNode binding, @Nullable ObjectNode old) {
        var roleRef = binding.path("roleRef");
        var errors = new ArrayList<>(roleRef(roleRef));
        var subjects = binding.path("subjects");
        for (int i = 0; i < subjects.size(); i++) {
            errors.addAll(subject(subjects.get(i), "subjects[%d]".formatted(i)));
        }
        if (old != null && !roleRef.equals(old.path("roleRef"))) {
            errors.add(FieldError.invalid("roleRef", shown(roleRef), "cannot change roleRef"));
        }
        return errors;
    }

    /** Kubernetes shows its internal type, whose fields are named otherwise. */
    private static String shown(JsonNode roleRef) {
        return Json.text(Json.object()
                .put("APIGroup", Json.string(roleRef, "apiGroup"))
                .put("Kind", Json.string(roleRef, "kind"))
                .put("Name", Json.string(roleRef, "name")));
    }

    private List<FieldError> roleRef(JsonNode roleRef) {
        List<FieldError> errors = new ArrayList<>();
        var group = Json.string(roleRef, "apiGroup");
        if (!group.equals(GROUP)) {
            errors.add(Faults.notSupported("roleRef.apiGroup", group, List.of(GROUP)));
        }
        var kinds = namespaced ? List.of("Role", "ClusterRole") : List.of("ClusterRole");
        var kind = Json.string(roleRef, "kind");
        if (!kinds.contains(kind)) {
            errors.add(Faults.notSupported("roleRef.kind", kind, kinds));
        }
        var name = Json.string(roleRef, "name");
        if (name.isEmpty()) {
            errors.add(FieldError.required("roleRef.name", ""));
        } else {
            errors.addAll(Faults.invalid("roleRef.name", name, Syntax.pathSegment(name)));
        }
        return errors;
    }

    private List<FieldError> subject(JsonNode subject, String path) {
        List<FieldError> errors = new ArrayList<>();
        var name = Json.string(subject, "name");
        if (name.isEmpty()) {
            errors.add(FieldError.required(path + ".name", ""));
        }
        var group = Json.string(subject, "apiGroup");
        var kind = Json.string(subject, "kind");
        switch (kind) {
            case "ServiceAccount" -> {
                if (!name.isEmpty()) {
                    errors.addAll(Faults.invalid(path + ".name", name, Syntax.dnsSubdomain(name)));
                }
                if (!group.isEmpty()) {
                    errors.add(Faults.notSupported(path + ".apiGroup", group, List.of("")));
                }
                if (!namespaced && Json.string(subject, "namespace").isEmpty()) {
                    errors.add(FieldError.required(path + ".namespace", ""));
                }
            }
            case "User", "Group" -> {
                if (!group.equals(GROUP)) {
                    errors.add(Faults.notSupported(path + ".apiGroup", group, List.of(GROUP)));
                }
            }
            default ->
                errors.add(Faults.notSupported(path + ".kind", kind, List.of("ServiceAccount", "User", "Group")));
        }
        return errors;
    }
}
