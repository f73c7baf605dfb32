package dev.allmende.apiserver.health;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.Query;
import java.util.List;
import java.util.Optional;

/** The pages /healthz, /livez and /readyz with their parts (Kubernetes apiserver server/healthz). */
public final class Health {

    private final List<HealthCheck> checks;

    public Health(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Empty when the path is none of health. */
    public Optional<Answer> answer(String path, Query query) throws InterruptedException {
        for (var page : List.of("/healthz", "/livez", "/readyz")) {
            if (path.equals(page)) {
                var excluded = query.all("exclude");
                var wanted = checks.stream()
                        .filter(check -> !page.equals("/livez") || check.isVital())
                        .filter(check -> !excluded.contains(check.name()))
                        .toList();
                return Optional.of(report(page.substring(1), wanted, query));
            }
            if (path.startsWith(page + "/")) {
                var name = path.substring(page.length() + 1);
                if (name.equals("ping")) {
                    return Optional.of(Answer.text(200, "ok"));
                }
                var wanted = checks.stream()
                        .filter(check -> check.name().equals(name))
                        .toList();
                return wanted.isEmpty() ? Optional.empty() : Optional.of(report(page.substring(1), wanted, query));
            }
        }
        return Optional.empty();
    }

    private static Answer report(String page, List<HealthCheck> wanted, Query query) throws InterruptedException {
        boolean verbose = query.parameters().containsKey("verbose");
        var lines = new StringBuilder();
        boolean good = true;
        for (var check : wanted) {
            var problem = check.problem();
            if (problem.isEmpty()) {
                lines.append("[+]").append(check.name()).append(" ok\n");
            } else {
                good = false;
                lines.append("[-]")
                        .append(check.name())
                        .append(" failed: ")
                        .append(problem.get())
                        .append('\n');
            }
        }
        if (good) {
            return Answer.text(200, verbose ? lines + page + " check passed\n" : "ok");
        }
        return Answer.text(500, lines + page + " check failed\n");
    }
}
