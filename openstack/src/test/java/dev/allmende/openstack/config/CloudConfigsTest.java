package dev.allmende.openstack.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.config.Credential.ApplicationCredential;
import dev.allmende.openstack.config.Credential.Domain;
import dev.allmende.openstack.config.Credential.IssuedToken;
import dev.allmende.openstack.config.Credential.Password;
import dev.allmende.openstack.config.Credential.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations were taken from openstacksdk 0.101 with the same files and variables, but where a name says otherwise. */
class CloudConfigsTest {

    private static final String BASE = """
            clouds:
              a:
                region_name: R
                auth: {auth_url: "http://k/v3", username: u, password: p-word, project_name: pr,
                  user_domain_name: D, project_domain_name: D}
            """;

    private static final Map<String, String> LOGIN = Map.of(
            "OS_AUTH_URL", "http://k",
            "OS_USERNAME", "u",
            "OS_PASSWORD", "p",
            "OS_PROJECT_NAME", "x",
            "OS_USER_DOMAIN_NAME", "Default",
            "OS_PROJECT_DOMAIN_ID", "default");

    @TempDir
    private Path cwd;

    @TempDir
    private Path home;

    private void write(String file, String text) {
        try {
            Files.writeString(cwd.resolve(file), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private CloudConfigs read(Map<String, String> env) {
        return CloudConfigs.read(env, home, cwd);
    }

    private CloudConfig standard(String clouds) {
        write("clouds.yaml", clouds);
        return read(Map.of()).standard();
    }

    private static Domain named(String name) {
        return new Domain(Optional.empty(), Optional.of(name));
    }

    private static Domain of(String id) {
        return new Domain(Optional.of(id), Optional.empty());
    }

    private static Password password(String user, Domain domain, String password) {
        return new Password(new User(Optional.empty(), Optional.of(user), domain), new Secret(password));
    }

    private static Scope.Project project(String name, Domain domain) {
        return new Scope.Project(Optional.empty(), Optional.of(name), domain);
    }

    @Test
    void readsTheOnlyCloudWithoutBeingTold() {
        var config = standard(BASE);
        assertThat(config.name()).isEqualTo("a");
        assertThat(config.region()).isEqualTo("R");
        assertThat(config.authUrl()).isEqualTo("http://k/v3");
        assertThat(config.credential()).isEqualTo(password("u", named("D"), "p-word"));
        assertThat(config.scope()).isEqualTo(project("pr", named("D")));
        assertThat(config.tls()).isEqualTo(TlsSettings.STANDARD);
        assertThat(config.interfaces()).containsExactly("public");
    }

    @Test
    void showsNoSecret() {
        assertThat(standard(BASE).toString()).contains("***").doesNotContain("p-word");
    }

    @Test
    void takesLoginSettingsAtTheTopLevelAndOldNames() {
        var config = standard("""
                clouds:
                  a:
                    auth_url: http://k
                    username: u
                    password: 1234
                    tenant_name: t
                    domain_name: D
                    endpoint_type: internalURL
                    insecure: "True"
                    volume_default_microversion: 3.50
                    compute_endpoint_override: http://c
                    api_timeout: 2.5
                """);
        assertThat(config.credential()).isEqualTo(password("u", named("D"), "1234"));
        assertThat(config.scope()).isEqualTo(project("t", named("D")));
        assertThat(config.interfaces()).containsExactly("internal");
        assertThat(config.tls().verify()).isFalse();
        assertThat(config.settings())
                .containsEntry("volume_default_microversion", "3.5")
                .containsEntry("compute_endpoint_override", "http://c");
        assertThat(config.apiTimeout()).contains(Duration.ofMillis(2500));
    }

    @Test
    void settingsUnderAuthWinOverTheTopLevel() {
        var config = standard(BASE + "    username: top\n    project_name: top\n    auth_url: http://top\n");
        assertThat(config.credential()).isEqualTo(password("u", named("D"), "p-word"));
        assertThat(config.scope()).isEqualTo(project("pr", named("D")));
        assertThat(config.authUrl()).isEqualTo("http://k/v3");
    }

    @Test
    void aDomainWithoutAProjectIsTheScope() {
        var config = standard("""
                clouds:
                  a:
                    auth: {auth_url: "http://k", username: u, password: p, domain_name: D, user_domain_name: E}
                """);
        assertThat(config.scope()).isEqualTo(new Scope.OfDomain(named("D")));
        assertThat(config.credential()).isEqualTo(password("u", named("E"), "p"));
    }

    @Test
    void readsSystemScopeTrustAndNone() {
        assertThat(standard(BASE.replace("project_name: pr", "system_scope: all"))
                        .scope())
                .isEqualTo(new Scope.OfSystem());
        assertThat(standard(BASE.replace("project_name: pr", "trust_id: tr")).scope())
                .isEqualTo(new Scope.OfTrust("tr"));
        assertThat(standard(BASE.replace("project_name: pr,", "")).scope()).isEqualTo(new Scope.Unsaid());
    }

    @ParameterizedTest
    @CsvSource({"token", "v3token"})
    void readsATokenLogin(String type) {
        var config = standard("""
                clouds:
                  a:
                    auth_type: %s
                    auth: {auth_url: "http://k", token: tok, project_id: p}
                """.formatted(type));
        assertThat(config.credential()).isEqualTo(new IssuedToken(new Secret("tok")));
        assertThat(config.scope()).isEqualTo(new Scope.Project(Optional.of("p"), Optional.empty(), Domain.UNSAID));
    }

    @Test
    void readsApplicationCredentials() {
        var clouds = """
                clouds:
                  a:
                    auth_type: v3applicationcredential
                    auth: {auth_url: "http://k", application_credential_id: i, application_credential_secret: s}
                """;
        assertThat(standard(clouds).credential())
                .isEqualTo(new ApplicationCredential(
                        Optional.of("i"), Optional.empty(), Optional.empty(), new Secret("s")));
        assertThat(standard(clouds.replace("_id: i", "_name: n, username: u, user_domain_id: d"))
                        .credential())
                .isEqualTo(new ApplicationCredential(
                        Optional.empty(),
                        Optional.of("n"),
                        Optional.of(new User(Optional.empty(), Optional.of("u"), of("d"))),
                        new Secret("s")));
    }

    @Test
    void makesACloudOfVariables() {
        var env = new HashMap<>(LOGIN);
        env.putAll(
                Map.of("OS_REGION_NAME", "R", "OS_INTERFACE", "admin", "OS_CACERT", "/x/ca.pem", "OS_PROJECT_ID", ""));
        var config = read(env).standard();
        assertThat(config.name()).isEqualTo("envvars");
        assertThat(config.origin()).isEqualTo("the OS_* variables");
        assertThat(config.region()).isEqualTo("R");
        assertThat(config.interfaces()).containsExactly("admin");
        assertThat(config.tls().cacert()).contains(Path.of("/x/ca.pem"));
        assertThat(config.scope()).isEqualTo(project("x", of("default")));
    }

    @Test
    void prefersVariablesToAFileUnlessACloudIsNamed() {
        write("clouds.yaml", BASE);
        var env = new HashMap<>(LOGIN);
        assertThat(read(env).standard().name()).isEqualTo("envvars");
        env.put("OS_CLOUD", "a");
        assertThat(read(env).standard().credential()).isEqualTo(password("u", named("D"), "p-word"));
        assertThat(read(env).names()).containsExactly("a", "envvars");
        assertThat(read(Map.of("OS_REGION_NAME", "Z")).standard().region()).isEqualTo("R");
    }

    @Test
    void namesTheCloudOfVariablesAsToldButNotTwice() {
        write("clouds.yaml", BASE);
        var env = new HashMap<>(LOGIN);
        env.put("OS_CLOUD_NAME", "mine");
        assertThat(read(env).standard().name()).isEqualTo("mine");
        assertThat(read(Map.of("OS_CLOUD_NAME", "mine")).standard().name()).isEqualTo("a");
        assertThatThrownBy(() -> read(Map.of("OS_CLOUD_NAME", "a"))).hasMessageContaining("defines a cloud named 'a'");
    }

    @Test
    void laysSecretsOverClouds() {
        write("clouds.yaml", BASE.replace("password: p-word, ", ""));
        write("secure.yaml", "clouds: {a: {auth: {password: sec}}}");
        assertThat(read(Map.of()).standard().credential()).isEqualTo(password("u", named("D"), "sec"));
    }

    @Test
    void laysACloudOverItsProfile() {
        write("clouds.yaml", BASE.replace("region_name: R", "profile: v").replace("auth_url: \"http://k/v3\", ", ""));
        write("clouds-public.yaml", """
                public-clouds:
                  v: {auth: {auth_url: "https://{region_name}.k/v3", username: shadow}, region_name: VR, interface: internal}
                """);
        var config = read(Map.of()).standard();
        assertThat(config.authUrl()).isEqualTo("https://VR.k/v3");
        assertThat(config.region()).isEqualTo("VR");
        assertThat(config.interfaces()).containsExactly("internal");
        assertThat(config.credential()).isEqualTo(password("u", named("D"), "p-word"));
    }

    @Test
    void differsFromTheSdkInRefusingAnUnknownProfile() {
        assertThatThrownBy(() -> standard(BASE + "    profile: nowhere\n"))
                .hasMessageContainingAll("profile 'nowhere'", "clouds-public.yaml");
    }

    @Test
    void readsRegionsWithTheirOwnSettings() {
        write(
                "clouds.yaml",
                BASE.replace(
                        "region_name: R",
                        "regions: [A, {name: B, values: {auth: {project_name: other}, interface: internal}}]"));
        var configs = read(Map.of());
        assertThat(configs.get("a").region()).isEqualTo("A");
        var second = configs.get("a", "B");
        assertThat(second.region()).isEqualTo("B");
        assertThat(second.scope()).isEqualTo(project("other", named("D")));
        assertThat(second.interfaces()).containsExactly("internal");
        assertThatThrownBy(() -> configs.get("a", "b"))
                .hasMessage("cloud 'a' has no region 'b' but A, B (case matters)");
    }

    @Test
    void takesAnyRegionOfACloudThatNamesNone() {
        write("clouds.yaml", BASE.replace("region_name: R", ""));
        assertThat(read(Map.of()).get("a", "X").region()).isEqualTo("X");
        assertThat(read(Map.of()).get("a").region()).isEmpty();
        write("clouds.yaml", BASE.replace("region_name: R", "region_name: \"A,B\""));
        assertThat(read(Map.of()).get("a").region()).isEqualTo("A");
    }

    @Test
    void readsTlsSettings() {
        assertThat(standard(BASE + "    cert: ~/c.pem\n    key: /k.pem\n    cacert: ca.pem\n")
                        .tls())
                .isEqualTo(new TlsSettings(
                        true,
                        Optional.of(cwd.resolve("ca.pem")),
                        Optional.of(home.resolve("c.pem")),
                        Optional.of(Path.of("/k.pem"))));
        assertThat(standard(BASE + "    verify: true\n    verify: false\n")
                        .tls()
                        .verify())
                .isFalse();
    }

    @Test
    void takesSeveralInterfaces() {
        assertThat(standard(BASE + "    interface: [internal, public]\n").interfaces())
                .containsExactly("internal", "public");
    }

    @ParameterizedTest
    @CsvSource({"clouds.yaml", "clouds.yml", "clouds.json"})
    void findsFilesByTheirEndings(String file) {
        write(file, """
                {"clouds": {"a": {"auth": {"auth_url": "http://k", "username": "u", "password": "p",
                  "user_domain_id": "d"}}}}""");
        assertThat(read(Map.of()).standard().credential()).isEqualTo(password("u", of("d"), "p"));
    }

    @Test
    void looksIntoTheHomeAndWhereTheVariablesPoint() throws IOException {
        var folder = Files.createDirectories(home.resolve(".config/openstack"));
        Files.writeString(folder.resolve("clouds.yaml"), BASE.replace("  a:", "  home:"));
        assertThat(read(Map.of()).names()).containsExactly("home");
        write("clouds.yaml", BASE.replace("  a:", "  here:"));
        assertThat(read(Map.of()).names()).containsExactly("here");
        write("other.yaml", BASE.replace("password: p-word, ", ""));
        write("other-secure.yaml", "clouds: {a: {auth: {password: sec}}}");
        var env = Map.of(
                "OS_CLIENT_CONFIG_FILE", cwd.resolve("other.yaml").toString(),
                "OS_CLIENT_SECURE_FILE", cwd.resolve("other-secure.yaml").toString());
        assertThat(read(env).standard().credential()).isEqualTo(password("u", named("D"), "sec"));
        assertThat(read(env).standard().origin()).endsWith("other.yaml");
    }

    @Test
    void namesFileLineAndColumnOfBrokenFiles() {
        write("clouds.yaml", "clouds:\n  a:\n    auth: {auth_url: [}\n");
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(cwd.resolve("clouds.yaml") + ": line 3, column 23: not valid YAML: ");
        write("clouds.yaml", "- a\n");
        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("must be a mapping that starts with 'clouds:'");
        assertThatThrownBy(() -> {
                    Files.delete(cwd.resolve("clouds.yaml"));
                    write("clouds.json", "{\n \"clouds\": nonsense}");
                    read(Map.of());
                })
                .hasMessageContainingAll("clouds.json: line 2, column ", "not valid JSON");
    }

    @Test
    void namesTheCloudsKnownOrTheFilesLookedAt() {
        assertThatThrownBy(() -> read(Map.of()).get("x"))
                .hasMessageContainingAll(
                        "cloud 'x' is not configured",
                        cwd.resolve("clouds.yaml").toString(),
                        "/etc/openstack/clouds.json");
        assertThatThrownBy(() -> read(Map.of()).standard()).hasMessageContaining("no cloud is configured");
        write("clouds.yaml", BASE + "  b: {auth: {auth_url: \"http://k\"}}\n");
        assertThatThrownBy(() -> read(Map.of()).get("x"))
                .hasMessage("cloud 'x' is not configured: " + cwd.resolve("clouds.yaml") + " has a, b");
        assertThatThrownBy(() -> read(Map.of()).standard()).hasMessageContaining("which cloud?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth_url: \"http://k/v3\",||auth_url is missing",
                "http://k/v3|k:5000|auth_url must start with http",
                "username: u,||username is missing",
                "password: p-word,||password is missing",
                "user_domain_name: D,||user_domain_name is missing",
                ", project_domain_name: D||project_domain_name is missing",
                "project_name: pr,|project_name: pr, system_scope: all,|several scopes",
                "project_name: pr,|system_scope: some,|system_scope must be 'all'",
                "region_name: R|auth_type: v3oidcpassword|auth_type 'v3oidcpassword' is not supported",
                "region_name: R|auth_type: v3applicationcredential|application_credential_id is missing",
                "region_name: R|api_timeout: soon|api_timeout must be seconds",
                "http://k/v3|http://{zone}.k|names {zone}",
                "password: p-word,|application_credential_secret: x,|add auth_type: v3applicationcredential",
            })
    void saysWhatIsMissingAndWhere(String there, @org.jspecify.annotations.Nullable String instead, String message) {
        var flat = BASE.replace(",\n      user_domain", ", user_domain");
        assertThatThrownBy(() -> standard(flat.replace(there, instead == null ? "" : instead)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cloud 'a'")
                .hasMessageContaining(message);
    }

    @Test
    void refusesAScopeForAnApplicationCredential() {
        assertThatThrownBy(() -> standard("""
                        clouds:
                          a:
                            auth_type: v3applicationcredential
                            auth: {auth_url: "http://k", application_credential_id: i, application_credential_secret: s,
                              project_id: p}
                        """))
                .hasMessageContaining("an application credential brings its own project");
    }
}
