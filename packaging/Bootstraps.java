import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes as plain code what the JVM would spin at run time: the choice of a `switch` by type, and `equals`, `hashCode`
/// and `toString` of records. An AOT cache keeps lambdas and strings put together, but not these, and each of them
/// costs a short command milliseconds; there are dozens on the way of an upgrade.
///
/// The meaning is that of `java.lang.runtime.SwitchBootstraps` and `java.lang.runtime.ObjectMethods`.
final class Bootstraps {
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final MethodTypeDesc OF_NOTHING = MethodTypeDesc.of(CD_String);

  private final ClassFile classes;

  Bootstraps(ClassFile classes) {
    this.classes = classes;
  }

  /// A class without those calls; the same bytes where it has none.
  byte[] unspun(byte[] bytes) {
    ClassModel old = classes.parse(bytes);
    if (old.methods().stream().noneMatch(method -> method.code().filter(code -> has(old, code)).isPresent())) {
      return bytes;
    }
    Map<String, Consumer<ClassBuilder>> made = new LinkedHashMap<>();
    return classes.transformClass(
        old,
        new ClassTransform() {
          @Override
          public void accept(ClassBuilder builder, ClassElement element) {
            if (element instanceof MethodModel method
                && method.code().filter(code -> has(old, code)).isPresent()) {
              builder.transformMethod(
                  method,
                  MethodTransform.transformingCode((code, part) -> plain(old, made, code, part)));
            } else {
              builder.with(element);
            }
          }

          @Override
          public void atEnd(ClassBuilder builder) {
            made.values().forEach(one -> one.accept(builder));
          }
        });
  }

  private static boolean has(ClassModel model, CodeModel code) {
    return code.elementStream()
        .anyMatch(
            part -> part instanceof InvokeDynamicInstruction call && body(model, call).isPresent());
  }

  private static void plain(
      ClassModel model, Map<String, Consumer<ClassBuilder>> made, CodeBuilder code, CodeElement part) {
    Optional<Consumer<CodeBuilder>> body =
        part instanceof InvokeDynamicInstruction call ? body(model, call) : Optional.empty();
    if (body.isEmpty()) {
      code.with(part);
      return;
    }
    MethodTypeDesc type = ((InvokeDynamicInstruction) part).typeSymbol();
    String name = "plain$" + made.size();
    made.put(
        name,
        builder ->
            builder.withMethodBody(
                name,
                type,
                AccessFlag.PRIVATE.mask() | AccessFlag.STATIC.mask() | AccessFlag.SYNTHETIC.mask(),
                body.get()));
    code.invokestatic(model.thisClass().asSymbol(), name, type, model.flags().has(AccessFlag.INTERFACE));
  }

  /// The code that does what a call does; none where that is not ours to write.
  private static Optional<Consumer<CodeBuilder>> body(ClassModel model, InvokeDynamicInstruction call) {
    ClassDesc owner = call.bootstrapMethod().owner();
    List<ConstantDesc> given = call.bootstrapArgs();
    if (owner.equals(SWITCHES)
        && call.bootstrapMethod().methodName().equals("typeSwitch")
        && given.stream().allMatch(label -> label instanceof ClassDesc)
        && !call.typeSymbol().parameterType(0).isPrimitive()) {
      return Optional.of(code -> choose(code, given.stream().map(ClassDesc.class::cast).toList()));
    }
    if (owner.equals(RECORDS)) {
      ClassDesc type = (ClassDesc) given.get(0);
      List<Component> components = components(given.subList(2, given.size()));
      return Optional.of(
          switch (call.name().stringValue()) {
            case "equals" -> code -> equal(code, type, components);
            case "hashCode" -> code -> hash(code, type, components);
            default -> code -> words(code, type, components);
          });
    }
    return Optional.empty();
  }

  private record Component(String name, ClassDesc type) {}

  private static List<Component> components(List<ConstantDesc> getters) {
    return getters.stream()
        .map(DirectMethodHandleDesc.class::cast)
        .map(getter -> new Component(getter.methodName(), getter.invocationType().returnType()))
        .toList();
  }

  /// `target, from -> the first label at or behind from that target is of; -1 for null`.
  private static void choose(CodeBuilder code, List<ClassDesc> labels) {
    Label some = code.newLabel();
    code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
    for (int at = 0; at < labels.size(); at++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(at).if_icmpgt(next);
      code.aload(0).instanceOf(labels.get(at)).ifeq(next);
      code.loadConstant(at).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  private static void hash(CodeBuilder code, ClassDesc type, List<Component> components) {
    code.iconst_0();
    for (Component one : components) {
      code.bipush(31).imul();
      code.aload(0).getfield(type, one.name(), one.type());
      if (one.type().isPrimitive()) {
        code.invokestatic(box(one.type()), "hashCode", MethodTypeDesc.of(CD_int, one.type()));
      } else {
        code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private static void equal(CodeBuilder code, ClassDesc type, List<Component> components) {
    Label other = code.newLabel();
    Label differs = code.newLabel();
    code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
    code.aload(1).instanceOf(type).ifeq(differs);
    for (Component one : components) {
      code.aload(0).getfield(type, one.name(), one.type());
      code.aload(1).checkcast(type).getfield(type, one.name(), one.type());
      if (one.type().isPrimitive()) {
        // Numbers that are no numbers are equal here, as ObjectMethods has them.
        code.invokestatic(box(one.type()), "compare", MethodTypeDesc.of(CD_int, one.type(), one.type()));
        code.ifne(differs);
      } else {
        code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object));
        code.ifeq(differs);
      }
    }
    code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
  }

  private static void words(CodeBuilder code, ClassDesc type, List<Component> components) {
    code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", MethodTypeDesc.of(CD_void));
    code.loadConstant(type);
    code.invokevirtual(CD_Class, "getSimpleName", OF_NOTHING);
    append(code, CD_String);
    String before = "[";
    for (Component one : components) {
      code.loadConstant(before + one.name() + "=");
      append(code, CD_String);
      code.aload(0).getfield(type, one.name(), one.type());
      append(code, one.type());
      before = ", ";
    }
    code.loadConstant(components.isEmpty() ? "[]" : "]");
    append(code, CD_String);
    code.invokevirtual(BUILDER, "toString", OF_NOTHING).areturn();
  }

  private static void append(CodeBuilder code, ClassDesc type) {
    ClassDesc taken =
        switch (TypeKind.from(type)) {
          case BYTE, SHORT -> CD_int;
          case REFERENCE -> type.equals(CD_String) ? type : CD_Object;
          default -> type;
        };
    code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, taken));
  }

  private static ClassDesc box(ClassDesc primitive) {
    return ClassDesc.of(
        switch (primitive.descriptorString()) {
          case "Z" -> "java.lang.Boolean";
          case "B" -> "java.lang.Byte";
          case "C" -> "java.lang.Character";
          case "S" -> "java.lang.Short";
          case "I" -> "java.lang.Integer";
          case "J" -> "java.lang.Long";
          case "F" -> "java.lang.Float";
          default -> "java.lang.Double";
        });
  }
}
