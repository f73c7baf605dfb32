package dev.allmende.conformance.entropy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What the test server runs and what is made of its console. The script is plain POSIX sh for cloud-init and for
 * busybox, needs no package and no way out of the cloud; each of its lines begins with {@link ConsoleFacts#MARKER}.
 */
final class VmScript {

    /** Nova gives the last 100 KiB of a console (nova/conf, MAX_CONSOLE_BYTES): 20 blocks in base64 take 67 KiB. */
    private static final int BLOCKS = 20;

    private static final String RANDOM = ConsoleFacts.MARKER + "random ";

    static final String USER_DATA = """
            #!/bin/sh
            ( : >/dev/console ) 2>/dev/null && exec >/dev/console 2>&1
            PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
            say() { printf '\\nallmende:%%s\\n' "$*"; }
            say "kernel $(uname -r)"
            say "entropy-avail $(cat /proc/sys/kernel/random/entropy_avail)"
            for rng in $(cat /sys/class/misc/hw_random/rng_available 2>/dev/null); do say "hwrng $rng"; done
            if command -v rngd >/dev/null 2>&1; then say "rngd-installed yes"; else say "rngd-installed no"; fi
            if grep -qsx rngd /proc/[0-9]*/comm; then say "rngd-running yes"; else say "rngd-running no"; fi
            if command -v rngtest >/dev/null 2>&1; then
              say "rngtest $(rngtest -c 1000 </dev/random 2>&1 | grep 'failures:')"
            else
              n=0
              while [ $n -lt %s ]; do
                say "random $(head -c %s /dev/random | base64 | tr -d '\\n')"
                n=$((n+1))
              done
            fi
            say "end ok"
            """.formatted(BLOCKS, Fips140.BLOCK);

    private VmScript() {}

    /**
     * The lines of ours on a console, the random blocks among them replaced by what {@link Fips140} says to them. A block
     * that other output cut in two is left out.
     */
    static String digest(String console) {
        var lines = new ArrayList<String>();
        int blocks = 0;
        int failures = 0;
        for (var line : console.lines().map(String::strip).toList()) {
            if (line.startsWith(RANDOM)) {
                var block = decode(line.substring(RANDOM.length()));
                if (block.length == Fips140.BLOCK) {
                    blocks++;
                    failures += Fips140.passes(block) ? 0 : 1;
                }
            } else if (line.contains(ConsoleFacts.MARKER)) {
                lines.add(line.substring(line.indexOf(ConsoleFacts.MARKER)));
            }
        }
        return String.join("\n", blocks == 0 ? lines : withCount(lines, blocks, failures)) + "\n";
    }

    private static List<String> withCount(List<String> lines, int blocks, int failures) {
        var all = new ArrayList<>(lines);
        var count = ConsoleFacts.MARKER + "rngtest failures: " + failures + " (of " + blocks
                + " blocks of /dev/random, tested by Allmende)";
        all.add(all.isEmpty() ? 0 : all.size() - 1, count);
        return all;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException cutInTwo) {
            return new byte[0];
        }
    }
}
