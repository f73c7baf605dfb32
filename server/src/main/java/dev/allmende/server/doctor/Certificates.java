package dev.allmende.server.doctor;

import dev.allmende.apiserver.tls.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long the certificates are good. */
final class Certificates implements Examination {

    private static final Duration SOON = Duration.ofDays(30);

    @Override
    public String topic() {
        return "certificates";
    }

    @Override
    public List<Finding> of(Patient patient) {
        List<Finding> findings = new ArrayList<>();
        for (var name : List.of("ca", "server", "admin")) {
            var file = patient.folders().keys().resolve(name + ".crt");
            if (Files.exists(file)) {
                findings.add(of(patient, name, file));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok(topic(), "none yet; up makes them")) : findings;
    }

    private Finding of(Patient patient, String name, Path file) {
        try {
            return judged(patient, name, file, Pem.certificates(file).getFirst());
        } catch (IOException e) {
            return Finding.fault(topic(), String.valueOf(e.getMessage()), renewal(name));
        }
    }

    private Finding judged(Patient patient, String name, Path file, X509Certificate certificate) {
        var from = certificate.getNotBefore().toInstant();
        var until = certificate.getNotAfter().toInstant();
        if (patient.now().isBefore(from)) {
            return Finding.fault(topic(), "%s is good only from %s".formatted(file, from), "set the machine's clock");
        }
        if (patient.now().isAfter(until)) {
            return Finding.fault(topic(), "%s has expired, at %s".formatted(file, until), renewal(name));
        }
        return patient.now().plus(SOON).isAfter(until)
                ? Finding.remark(topic(), "%s expires at %s".formatted(file, until), renewal(name))
                : Finding.ok(topic(), "%s is good until %s".formatted(name, until));
    }

    private static String renewal(String name) {
        return switch (name) {
            case "ca" ->
                "move ca.crt, ca.key, server.* and admin.* out of the keys folder, start again, and hand out the new kubeconfig";
            case "admin" -> "start the server again, which makes a new one, and take the new kubeconfig";
            default -> "start the server again, which makes a new one";
        };
    }
}
