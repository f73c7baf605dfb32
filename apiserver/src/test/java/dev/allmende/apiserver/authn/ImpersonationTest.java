package dev.allmende.apiserver.authn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.authz.Attributes;
import dev.allmende.apiserver.authz.Authorizer.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImpersonationTest {

    private static final User ADMIN = User.of("admin");

    private static Optional<Impersonation> of(String... namesAndValues) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(Map.entry(namesAndValues[i], namesAndValues[i + 1]));
        }
        return Impersonation.of(headers);
    }

    private static User result(String... namesAndValues) {
        return of(namesAndValues).orElseThrow().result();
    }

    @Test
    void otherHeadersAreNoWish() {
        assertThat(of("Accept", "*/*", "Impersonate-User", "")).isEmpty();
    }

    @Test
    void aUserIsAuthenticated() {
        assertThat(result("Impersonate-User", "eve")).isEqualTo(User.of("eve", User.AUTHENTICATED));
        assertThat(result("impersonate-user", "eve", "IMPERSONATE-GROUP", "dev", "Impersonate-Group", "ops"))
                .isEqualTo(User.of("eve", "dev", "ops", User.AUTHENTICATED));
        assertThat(result("Impersonate-User", "eve", "Impersonate-Group", User.UNAUTHENTICATED))
                .isEqualTo(User.of("eve", User.UNAUTHENTICATED));
        assertThat(result("Impersonate-User", "eve", "Impersonate-Group", User.AUTHENTICATED))
                .isEqualTo(User.of("eve", User.AUTHENTICATED));
    }

    @Test
    void theAnonymousUserIsNot() {
        assertThat(result("Impersonate-User", "system:anonymous")).isEqualTo(User.ANONYMOUS);
    }

    @Test
    void aServiceAccountBringsItsGroups() {
        assertThat(result("Impersonate-User", "system:serviceaccount:ns:robot").groups())
                .containsExactly("system:serviceaccounts", "system:serviceaccounts:ns", User.AUTHENTICATED);
        assertThat(result("Impersonate-User", "system:serviceaccount:ns:robot", "Impersonate-Group", "g")
                        .groups())
                .containsExactly("g", User.AUTHENTICATED);
    }

    @Test
    void extrasAndUidComeAlong() {
        var user = result(
                "Impersonate-User", "eve",
                "Impersonate-Extra-Scopes", "read",
                "Impersonate-Extra-scopes", "write",
                "Impersonate-Extra-Acme.com%2Fproject", "a+b",
                "Impersonate-Uid", "17");

        assertThat(user.uid()).isEqualTo("17");
        assertThat(user.extra())
                .isEqualTo(Map.of("scopes", List.of("read", "write"), "acme.com/project", List.of("a+b")));
    }

    @Test
    void eachPartNeedsItsRight() {
        var wish = of(
                        "Impersonate-User", "eve",
                        "Impersonate-Group", "dev",
                        "Impersonate-Extra-scopes", "read",
                        "Impersonate-Uid", "17")
                .orElseThrow();

        assertThat(wish.required(ADMIN))
                .containsExactly(
                        new Attributes.OfResource(ADMIN, "impersonate", "", "", "users", "", "", "eve"),
                        new Attributes.OfResource(ADMIN, "impersonate", "", "", "groups", "", "", "dev"),
                        new Attributes.OfResource(
                                ADMIN,
                                "impersonate",
                                "authentication.k8s.io",
                                "v1",
                                "userextras",
                                "scopes",
                                "",
                                "read"),
                        new Attributes.OfResource(
                                ADMIN, "impersonate", "authentication.k8s.io", "v1", "uids", "", "", "17"));
    }

    @Test
    void aServiceAccountIsImpersonatedInItsNamespace() {
        assertThat(of("Impersonate-User", "system:serviceaccount:ns:robot")
                        .orElseThrow()
                        .required(ADMIN))
                .containsExactly(
                        new Attributes.OfResource(ADMIN, "impersonate", "", "", "serviceaccounts", "", "ns", "robot"));
        assertThat(of("Impersonate-User", "system:serviceaccount:ns:Bad_Name")
                        .orElseThrow()
                        .required(ADMIN))
                .extracting(Attributes.OfResource::resource)
                .containsExactly("users");
    }

    @Test
    void theFirstRightThatLacksIsNamed() {
        var wish = of("Impersonate-User", "eve", "Impersonate-Group", "system:masters")
                .orElseThrow();

        assertThat(wish.authorized(ADMIN, _ -> new Decision(true, ""))).isEqualTo(wish.result());
        assertThatThrownBy(() -> wish.authorized(
                        ADMIN,
                        asked -> new Decision(
                                asked instanceof Attributes.OfResource on
                                        && on.resource().equals("users"),
                                "")))
                .hasMessage("groups \"system:masters\" is forbidden: User \"admin\" cannot impersonate resource "
                        + "\"groups\" in API group \"\" at the cluster scope");
    }

    /** What kube-apiserver v1.35.4 answered to the same headers. */
    @Test
    void partsWithoutAUserAreRefused() {
        assertThatThrownBy(() -> of(
                        "Impersonate-Group", "g1",
                        "Impersonate-Group", "g2",
                        "Impersonate-Uid", "u",
                        "Impersonate-Extra-Scopes", "a"))
                .hasMessage(
                        "requested [{Group  g1    } {Group  g2    } {UserExtra  a  authentication.k8s.io/v1  scopes} "
                                + "{UID  u  authentication.k8s.io/v1  }] without impersonating a user");
    }
}
