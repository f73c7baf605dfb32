package dev.allmende.openstack.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;

/**
 * The body of {@code POST /v3/auth/tokens}.
 *
 * <p>Source: Identity API v3, "Authentication and token management"; keystone Zed, keystone/auth/schema.py.
 */
final class AuthRequest {

    private AuthRequest() {}

    static byte[] body(Credential credential, Scope scope) {
        var root = Json.object();
        var auth = root.putObject("auth");
        identity(auth.putObject("identity"), credential);
        scope(auth, scope);
        return Json.bytes(root);
    }

    private static void identity(ObjectNode identity, Credential credential) {
        switch (credential) {
            case Credential.Password password -> {
                var user = method(identity, "password").putObject("user");
                user(user, password.user());
                user.put("password", password.password().reveal());
            }
            case Credential.ApplicationCredential application -> {
                var method = method(identity, "application_credential");
                application.id().ifPresent(id -> method.put("id", id));
                if (application.id().isEmpty()) {
                    application.name().ifPresent(name -> method.put("name", name));
                    application.user().ifPresent(user -> user(method.putObject("user"), user));
                }
                method.put("secret", application.secret().reveal());
            }
            case Credential.IssuedToken issued ->
                method(identity, "token").put("id", issued.token().reveal());
        }
    }

    private static ObjectNode method(ObjectNode identity, String name) {
        identity.putArray("methods").add(name);
        return identity.putObject(name);
    }

    private static void user(ObjectNode node, Credential.User user) {
        if (user.id().isPresent()) {
            node.put("id", user.id().get());
            return;
        }
        user.name().ifPresent(name -> node.put("name", name));
        domain(node.putObject("domain"), user.domain());
    }

    private static void scope(ObjectNode auth, Scope scope) {
        switch (scope) {
            case Scope.Project project -> {
                var node = auth.putObject("scope").putObject("project");
                if (project.id().isPresent()) {
                    node.put("id", project.id().get());
                } else {
                    project.name().ifPresent(name -> node.put("name", name));
                    domain(node.putObject("domain"), project.domain());
                }
            }
            case Scope.OfDomain domain -> domain(auth.putObject("scope").putObject("domain"), domain.domain());
            case Scope.OfSystem() -> auth.putObject("scope").putObject("system").put("all", true);
            case Scope.OfTrust(var id) ->
                auth.putObject("scope").putObject("OS-TRUST:trust").put("id", id);
            case Scope.Unsaid() -> {}
        }
    }

    private static void domain(ObjectNode node, Credential.Domain domain) {
        domain.id()
                .ifPresentOrElse(
                        id -> node.put("id", id), () -> domain.name().ifPresent(name -> node.put("name", name)));
    }
}
