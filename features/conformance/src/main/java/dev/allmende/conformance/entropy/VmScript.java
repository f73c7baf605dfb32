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
    private static final int PRINTED = 20;

    /** Blocks of one call of awk, and how long to go on calling it: an emulated processor tests few in that time. */
    private static final int BATCH = 10;

    private static final int SECONDS = 90;

    private static final String RANDOM = ConsoleFacts.MARKER + "random ";

    /** What {@link Fips140} does, for a line of numbers per block; prints how many failed and how many there were. */
    static final String AWK = """
            BEGIN {
              for (v = 0; v < 256; v++) { s = ""; for (b = 128; b >= 1; b /= 2) s = s (int(v / b) % 2); bits[v] = s }
              split("2315 1114 527 240 103 103", least); split("2685 1386 723 384 209 209", most)
            }
            function bad_runs(zero_or_one, n, i, l) {
              for (i = 1; i <= 6; i++) runs[i] = 0
              n = split(text, part, zero_or_one)
              for (i = 1; i <= n; i++) {
                if (!(l = length(part[i]))) continue
                if (l >= 26) return 1
                runs[l > 6 ? 6 : l]++
              }
              for (i = 1; i <= 6; i++) if (runs[i] < least[i] || runs[i] > most[i]) return 1
              return 0
            }
            NF == @BLOCK@ {
              text = ""
              for (i = 0; i < 16; i++) f[i] = 0
              for (i = 1; i <= NF; i++) { text = text bits[$i + 0]; f[int($i / 16)]++; f[$i % 16]++ }
              q = 0; ones = 0
              for (i = 0; i < 16; i++) {
                q += f[i] * f[i]
                ones += f[i] * (i % 2 + int(i / 2) % 2 + int(i / 4) % 2 + int(i / 8))
              }
              p = 16 * q / 5000 - 5000
              if (ones <= 9725 || ones >= 10275 || p <= 2.16 || p >= 46.17 || bad_runs("0") || bad_runs("1")) bad++
              count++
            }
            END { print bad + 0, count + 0 }
            """.replace("@BLOCK@", "" + Fips140.BLOCK);

    static final String USER_DATA = """
            #!/bin/sh
            ( : >/dev/console ) 2>/dev/null && exec >/dev/console 2>&1
            PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
            say() { printf '\\nallmende:%s\\n' "$*"; }
            say "kernel $(uname -r)"
            say "entropy-avail $(cat /proc/sys/kernel/random/entropy_avail)"
            for rng in $(cat /sys/class/misc/hw_random/rng_available 2>/dev/null); do say "hwrng $rng"; done
            if command -v rngd >/dev/null 2>&1; then say "rngd-installed yes"; else say "rngd-installed no"; fi
            if grep -qsx rngd /proc/[0-9]*/comm; then say "rngd-running yes"; else say "rngd-running no"; fi
            tested() { head -c $1 /dev/random | od -An -v -tu1 -w@BLOCK@ 2>/dev/null | awk '@AWK@' 2>/dev/null; }
            if command -v rngtest >/dev/null 2>&1; then
              say "rngtest $(rngtest -c 1000 </dev/random 2>&1 | grep 'failures:')"
            elif command -v awk >/dev/null 2>&1 && [ "$(tested @BLOCK@ | cut -d' ' -f2)" = 1 ]; then
              blocks=0 failures=0 start=$(date +%s)
              while [ $blocks -lt 1000 ] && [ $(($(date +%s) - start)) -lt @SECONDS@ ]; do
                set -- $(tested @BATCH@)
                failures=$((failures + $1)) blocks=$((blocks + $2))
              done
              say "rngtest failures: $failures (of $blocks blocks of /dev/random, tested by awk)"
            else
              n=0
              while [ $n -lt @PRINTED@ ]; do
                say "random $(head -c @BLOCK@ /dev/random | base64 | tr -d '\\n')"
                n=$((n+1))
              done
            fi
            say "end ok"
            """.replace("@AWK@", AWK)
            .replace("@BLOCK@", "" + Fips140.BLOCK)
            .replace("@BATCH@", "" + BATCH * Fips140.BLOCK)
            .replace("@SECONDS@", "" + SECONDS)
            .replace("@PRINTED@", "" + PRINTED);

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
