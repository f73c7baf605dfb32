package dev.allmende.cli.flavor;

import dev.allmende.conformance.flavor.Architecture;
import dev.allmende.conformance.flavor.Cpu;
import dev.allmende.conformance.flavor.Disk;
import dev.allmende.conformance.flavor.Gpu;
import dev.allmende.conformance.flavor.Hypervisor;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a choice by its letter in names or by its word. */
final class Words {

    private Words() {}

    static final class CpuType implements ITypeConverter<Cpu.Type> {
        @Override
        public Cpu.Type convert(String value) {
            return choose(value, Cpu.Type.values(), type -> String.valueOf(type.letter()), Cpu.Type::extraSpec);
        }
    }

    static final class DiskType implements ITypeConverter<Disk.Type> {
        @Override
        public Disk.Type convert(String value) {
            return choose(value, Disk.Type.values(), type -> String.valueOf(type.letter()), Disk.Type::extraSpec);
        }
    }

    static final class HypervisorCode implements ITypeConverter<Hypervisor> {
        @Override
        public Hypervisor convert(String value) {
            return choose(value, Hypervisor.values(), Hypervisor::code, Words::word);
        }
    }

    static final class ArchVendor implements ITypeConverter<Architecture.Vendor> {
        @Override
        public Architecture.Vendor convert(String value) {
            return choose(value, Architecture.Vendor.values(), vendor -> String.valueOf(vendor.letter()), Words::word);
        }
    }

    static final class GpuVendor implements ITypeConverter<Gpu.Vendor> {
        @Override
        public Gpu.Vendor convert(String value) {
            return choose(value, Gpu.Vendor.values(), vendor -> String.valueOf(vendor.letter()), Words::word);
        }
    }

    static final class Gib implements ITypeConverter<BigDecimal> {
        @Override
        public BigDecimal convert(String value) {
            if (!value.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
                throw new TypeConversionException("'" + value + "' is no number of GiB, as 4 or 3.5 are");
            }
            return new BigDecimal(value);
        }
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> T choose(String value, T[] all, Function<T, String> code, Function<T, String> word) {
        for (var one : all) {
            if (value.equalsIgnoreCase(code.apply(one)) || value.equalsIgnoreCase(word.apply(one))) {
                return one;
            }
        }
        throw new TypeConversionException("'" + value + "' is none of "
                + Stream.of(all)
                        .map(one -> code.apply(one) + " (" + word.apply(one) + ")")
                        .collect(Collectors.joining(", ")));
    }
}
