// Prints what Gephi's toolkit reads of a file of a graph, as JSON: {"nodes": [[id, {…}]], "edges": [[a, b, {…}]]}.
//
//     java -cp gephi-toolkit-all.jar ReadWithGephi.java FILE
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class ReadWithGephi {
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < 0x20) out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    return out.append('"').toString();
  }

  static String attributes(Element element) {
    StringBuilder out = new StringBuilder("{\"label\": " + (element.getLabel() == null ? "null" : quoted(element.getLabel())));
    for (Column column : element.getTable()) {
      Object value = column.isDynamic() ? null : element.getAttribute(column);
      if (column.isProperty() || value == null) continue;
      out.append(", ").append(quoted(column.getTitle())).append(": ");
      out.append(value instanceof Number ? value.toString() : quoted(value.toString()));
    }
    if (element instanceof Edge) out.append(", \"weight\": ").append(((Edge) element).getWeight());
    return out.append('}').toString();
  }

  public static void main(String[] arguments) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    importer.process(container, new DefaultProcessor(), workspace);
    Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraph();
    StringBuilder out = new StringBuilder("{\"nodes\": [");
    String comma = "";
    for (Node node : graph.getNodes().toArray()) {
      out.append(comma).append('[').append(quoted((String) node.getId())).append(", ").append(attributes(node)).append(']');
      comma = ", ";
    }
    out.append("], \"edges\": [");
    comma = "";
    for (Edge edge : graph.getEdges().toArray()) {
      out.append(comma).append('[').append(quoted((String) edge.getSource().getId())).append(", ");
      out.append(quoted((String) edge.getTarget().getId())).append(", ").append(attributes(edge)).append(']');
      comma = ", ";
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println("\u0001" + out.append("]}"));
    System.exit(0);
  }
}
