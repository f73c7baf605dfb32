package dev.allmende.status.probe;

import dev.allmende.api.status.ProbeTargets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Sends an echo request with the machine's own ping, which may do so where Java may not. Where there is none, or it may not
 * either, the result is unknown.
 */
record IcmpQuestion(ProbeTargets.Icmp target) implements Question {

    /** Of iputils and BusyBox: sent, but nothing came back. */
    private static final int NO_ANSWER = 1;

    @Override
    public Optional<String> ask(Watch watch) throws Trouble, InterruptedException {
        if (target.host().startsWith("-")) {
            throw new Trouble(Failing.OURS, "host must not begin with a dash");
        }
        Process ping;
        try {
            ping = new ProcessBuilder("ping", "-n", "-q", "-c", "1", "-W", "30", target.host())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new Trouble(Failing.OURS, "there is no ping on this machine");
        }
        try {
            int code = ping.waitFor();
            watch.passed("echo");
            if (code != 0) {
                throw new Trouble(code == NO_ANSWER ? Failing.TIMEOUT : Failing.OURS, said(ping));
            }
            return Optional.empty();
        } finally {
            ping.destroyForcibly();
        }
    }

    private static String said(Process ping) {
        try {
            return new String(ping.getInputStream().readNBytes(1000), StandardCharsets.UTF_8).strip();
        } catch (IOException gone) {
            return "ping says nothing";
        }
    }
}
